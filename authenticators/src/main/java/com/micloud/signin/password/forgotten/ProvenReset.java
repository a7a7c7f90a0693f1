package com.micloud.signin.password.forgotten;

import com.micloud.signin.session.PasswordChange;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Notes that a person reads the user's mail, shown by the link or the code of a reset mail. This allows one new
 * password. The new password uses up link and code of that mail and of all earlier mails, on every node.
 */
public final class ProvenReset {

    private static final String REDEEMED = "micloud.reset.redeemed";

    private static final String TIME = "time";

    /** How many seconds the use of a mail is remembered. No mail is valid for longer. */
    private static final long A_DAY = 86_400;

    /** Seconds in which a password that is being set keeps others that rest on the same old one from being set. */
    private static final long A_MINUTE = 60;

    private final AuthenticationSessionModel notes;
    private final MailedReset reset;

    private ProvenReset(AuthenticationSessionModel notes, MailedReset reset) {
        this.notes = notes;
        this.reset = reset;
    }

    /** The proof of that user in this sign-in; empty if there is none, or if it is another user's. */
    public static Optional<ProvenReset> of(AuthenticationSessionModel notes, UserModel user) {
        return MailedReset.in(notes)
                .filter(reset -> reset.userId().equals(user.getId()))
                .map(reset -> new ProvenReset(notes, reset));
    }

    /** Whether that mail is still valid for a new password. */
    public static boolean counts(KeycloakSession session, UserModel user, MailedReset reset) {
        return !session.singleUseObjects().contains(used(session, reset))
                && !PasswordChange.of(user).isAfter(reset.time())
                && reset.time() > lastReset(session, user);
    }

    /** Whether the new password has been set. */
    public boolean isRedeemed() {
        return notes.getAuthNote(REDEEMED) != null;
    }

    /**
     * Uses the mail up for a new password that will be stored. Returns whether it was still valid. Of several tries at
     * once, one gets true.
     *
     * @param before the last change of the password before this one
     */
    public boolean redeem(KeycloakSession session, UserModel user, PasswordChange before) {
        SingleUseObjectProvider store = session.singleUseObjects();
        boolean good = !before.isAfter(reset.time())
                && reset.time() > lastReset(session, user)
                && store.putIfAbsent(used(session, reset), A_DAY)
                && store.putIfAbsent(key(session, "after", user.getId() + "." + before.time()), A_MINUTE);
        if (good) {
            // Where Keycloak does not keep the password itself, nothing else tells when it was changed.
            store.put(
                    key(session, "last", user.getId()), A_DAY, Map.of(TIME, String.valueOf(Time.currentTimeMillis())));
            notes.setAuthNote(REDEEMED, "true");
        }
        return good;
    }

    private static long lastReset(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(session.singleUseObjects().get(key(session, "last", user.getId())))
                .map(last -> Long.parseLong(last.get(TIME)))
                .orElse(0L);
    }

    private static String used(KeycloakSession session, MailedReset reset) {
        return key(session, "used", reset.mail());
    }

    private static String key(KeycloakSession session, String kind, String what) {
        return new ResetStore(session).key(kind, what);
    }
}
