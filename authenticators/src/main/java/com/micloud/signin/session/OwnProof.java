package com.micloud.signin.session;

import com.micloud.signin.keycloak.BrowserSession;
import java.time.Duration;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Says whether a user has just given an own proof: the MiCloud password, in this sign-in or at most five minutes ago
 * (spec: "The person's own record", 1). Neither a provider's answer nor a browser session alone is one.
 */
public final class OwnProof {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private static final String IN_BROWSER = "micloud.ownProof.";

    private OwnProof() {}

    /** Whether the password was given in this sign-in, or at most five minutes ago in this browser's session. */
    public static boolean isGiven(KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
        return SignIn.of(signIn).passwordProvedBy(user) || isGivenInBrowser(session, signIn, user);
    }

    /** Looked at once in a request: many actions ask. */
    private static boolean isGivenInBrowser(
            KeycloakSession session, AuthenticationSessionModel signIn, UserModel user) {
        String note = IN_BROWSER + user.getId();
        Boolean known = session.getAttribute(note, Boolean.class);
        if (known != null) {
            return known;
        }
        boolean given = BrowserSession.of(session, signIn.getRealm())
                .filter(own -> own.getUser().equals(user))
                .filter(OwnProof::isFreshIn)
                .isPresent();
        session.setAttribute(note, given);
        return given;
    }

    /** Whether the password was given at most five minutes ago in that session. */
    public static boolean isFreshIn(UserSessionModel session) {
        return isFresh(Proofs.of(session), Time.currentTimeMillis());
    }

    /**
     * Whether proofs have a password that was given at most five minutes ago.
     *
     * @param now milliseconds since the epoch
     */
    public static boolean isFresh(Proofs proofs, long now) {
        return proofs.password() > 0 && now - proofs.password() <= LIFE.toMillis();
    }

    /** Whether the user has what such a proof takes; who has not gets nowhere with a password. */
    public static boolean isPossible(UserModel user) {
        return !PasswordChange.of(user).removed();
    }

    /** Whether that session was opened by a password which is still the user's, however long ago. */
    public static boolean isBehind(UserSessionModel session) {
        return Proofs.of(session).password() > 0;
    }
}
