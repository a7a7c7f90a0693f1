package com.micloud.signin.keycloak;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserModel;

/** What Keycloak does against guessing. */
public final class PasswordDefence {

    private PasswordDefence() {}

    /** The event error of a user locked by brute-force detection; empty when the user is not. */
    public static Optional<String> lock(AuthenticationFlowContext context, UserModel user) {
        return Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(context, user));
    }

    /** Takes the time that checking a password takes, for users who have none. */
    public static void spendTheTimeOfACheck(AuthenticationFlowContext context) {
        AuthenticatorUtils.dummyHash(context);
    }

    /** Notes the typed username where Keycloak's events and pages look for it. */
    public static void noteAttempt(AuthenticationFlowContext context, String username) {
        context.getAuthenticationSession().setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, username);
    }
}
