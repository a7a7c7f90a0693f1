package com.micloud.signin.session;

import com.micloud.signin.keycloak.MailedReset;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Somebody reads a user's mail, as they have shown by the link or the code of a reset mail. That is worth one new
 * password: with it link and code of that mail and all earlier mails are used up, on every node.
 */
public final class ProvenReset {

    private static final String REDEEMED = "micloud.reset.redeemed";

    private static final String STORE = "micloud.reset.";
    private static final String TIME = "time";

    /** Seconds for which it is remembered that a mail was used; no mail is good for longer. */
    private static final long A_DAY = 86_400;

    /** Seconds in which a password that is being set keeps others that rest on the same old one from being set. */
    private static final long A_MINUTE = 60;

    private final AuthenticationSessionModel notes;
    private final MailedReset reset;

    private ProvenReset(AuthenticationSessionModel notes, MailedReset reset) {
        this.notes = notes;
        this.reset = reset;
    }

    /** What that user has shown in this sign-in; empty when nothing, or when somebody else has. */
    public static Optional<ProvenReset> of(AuthenticationSessionModel notes, UserModel user) {
        return MailedReset.in(notes)
                .filter(reset -> reset.userId().equals(user.getId()))
                .map(reset -> new ProvenReset(notes, reset));
    }

    /** Whether that mail is still good for a new password. */
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
     * Uses it up for a new password that is about to be kept; says whether it was still good. Of several who try at once
     * one is told so.
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
        RealmModel realm = session.getContext().getRealm();
        return STORE + kind + "." + realm.getId() + "." + what;
    }
}
