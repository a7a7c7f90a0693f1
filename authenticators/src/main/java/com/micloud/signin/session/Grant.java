package com.micloud.signin.session;

import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The result of one finished sign-in for an application. Codes lead to it and refresh tokens name it, because the
 * sign-ins of several tabs share one client session in Keycloak.
 *
 * @param id tells it from other grants of the same client session
 * @param time when the guard let the user in, in milliseconds since the epoch
 * @param version which version of the application asked
 * @param account the account, and how it was opened
 */
public record Grant(String id, long time, AppVersion version, BoundAccount account) {

    /**
     * Makes the grant of a sign-in.
     *
     * @param time milliseconds since the epoch
     */
    public static Grant of(AuthenticationSessionModel signIn, BoundAccount account, AppVersion version, long time) {
        return new Grant(signIn.getTabId() + "." + Long.toString(time, Character.MAX_RADIX), time, version, account);
    }

    /** Writes the grant into the notes of its sign-in, from where Keycloak copies it to the sessions. */
    public void bind(AuthenticationSessionModel signIn, RedemptionKey key) {
        account.noteLatest(signIn);
        OpenSignIns.note(signIn, this, key);
    }

    /** The grant of this very sign-in, as long as it lasts. */
    public static Optional<Grant> of(AuthenticationSessionModel signIn) {
        return OpenSignIns.noted(signIn);
    }

    /** One line that {@link #of(String)} reads back. */
    public String text() {
        return id + " " + time + " " + version.text() + " " + account.text();
    }

    /** The grant behind {@link #text()}; empty for any other text. */
    public static Optional<Grant> of(String text) {
        String[] parts = text.split(" ", 4);
        if (parts.length < 4 || !parts[1].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return BoundAccount.of(parts[3])
                .map(account -> new Grant(parts[0], Long.parseLong(parts[1]), new AppVersion(parts[2]), account));
    }
}
