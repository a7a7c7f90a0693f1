package com.micloud.signin.password;

import com.micloud.signin.keycloak.Pace;
import java.util.Optional;
import java.util.Set;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.managers.BruteForceProtector;

/** What Keycloak does against guessing. */
public final class BruteForceProtection {

    private BruteForceProtection() {}

    /** The event error of a user locked by brute-force detection; empty when the user is not. */
    private static Optional<String> lock(KeycloakSession session, UserModel user) {
        return Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(
                session.getProvider(BruteForceProtector.class),
                session,
                session.getContext().getRealm(),
                user));
    }

    /**
     * Has brute-force detection count a wrong password of this very user. Told by the flow it would count for whoever it
     * finds by the typed name, e-mail addresses included, and keep the user in the sign-in: one who is switched off
     * meanwhile, by detection itself for instance, would then be told so by Keycloak.
     */
    private static void countFailure(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        if (realm.isBruteForceProtected()) {
            session.getProvider(BruteForceProtector.class)
                    .failedLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getHttpRequest().getUri(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
    }

    /** Has brute-force detection forget the wrong passwords of a user who has given the right one. */
    public static void forgive(KeycloakSession session, UserModel user) {
        RealmModel realm = session.getContext().getRealm();
        if (realm.isBruteForceProtected()) {
            session.getProvider(BruteForceProtector.class)
                    .successfulLogin(
                            realm,
                            user,
                            session.getContext().getConnection(),
                            session.getContext().getHttpRequest().getUri(),
                            Set.of(PasswordCredentialModel.TYPE));
        }
    }

    /**
     * Why a password is not the user's, as the error of the event; empty where it is right. A wrong one is counted. A
     * locked user sees what a wrong password sees, uncounted: who goes on trying is not locked for longer.
     */
    public static Optional<String> wrong(KeycloakSession session, UserModel user, String password) {
        return PasswordTurn.of(session, user.getUsername())
                .run(() -> lock(session, user).or(() -> judge(session, user, password)))
                .orElse(Optional.of(Errors.USER_TEMPORARILY_DISABLED));
    }

    /**
     * The same for the username of {@link #noteAttempt}, known or not. Answers to wrong passwords leave at a steady beat: a
     * hash that a user was imported with takes another time than the realm's own. The turn lasts as long as the beat, so
     * that those who wait learn no more by the time. A right one waits for its turn only.
     */
    public static Optional<String> wrong(
            AuthenticationFlowContext context, Optional<UserModel> typed, String password) {
        Pace untilRefused = Pace.ofPasswords();
        return PasswordTurn.of(context.getSession(), attempted(context))
                .run(() -> {
                    Pace pace = Pace.ofPasswords();
                    Optional<String> wrong = judge(context, typed, password);
                    if (wrong.isPresent()) {
                        pace.keep();
                    }
                    return wrong;
                })
                .orElseGet(() -> {
                    untilRefused.keep();
                    return Optional.of(typed.isPresent() ? Errors.USER_TEMPORARILY_DISABLED : Errors.USER_NOT_FOUND);
                });
    }

    private static String attempted(AuthenticationFlowContext context) {
        String username =
                context.getAuthenticationSession().getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        return username == null ? "" : username;
    }

    private static Optional<String> judge(
            AuthenticationFlowContext context, Optional<UserModel> typed, String password) {
        if (typed.isEmpty()) {
            spendTheTimeOfACheck(context);
            return Optional.of(Errors.USER_NOT_FOUND);
        }
        UserModel user = typed.get();
        Optional<String> lock = lock(context.getSession(), user);
        if (lock.isPresent() || hasNoStoredPassword(user)) {
            spendTheTimeOfACheck(context);
        }
        return lock.or(() -> judge(context.getSession(), user, password));
    }

    private static boolean hasNoStoredPassword(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .findAny()
                .isEmpty();
    }

    private static Optional<String> judge(KeycloakSession session, UserModel user, String password) {
        if (user.credentialManager().isValid(UserCredentialModel.password(password))) {
            return Optional.empty();
        }
        countFailure(session, user);
        return Optional.of(Errors.INVALID_USER_CREDENTIALS);
    }

    /** Takes the time that checking a password takes, for users who have none. */
    private static void spendTheTimeOfACheck(AuthenticationFlowContext context) {
        AuthenticatorUtils.dummyHash(context);
    }

    /** Notes the typed username where Keycloak's events and pages look for it. */
    public static void noteAttempt(AuthenticationFlowContext context, String username) {
        context.getAuthenticationSession().setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, username);
    }
}
