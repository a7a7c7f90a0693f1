package com.micloud.signin.session;

import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Says whether a sign-in relies on a password: one that was just given, or one that the browser's session has as a
 * proof.
 */
public final class PasswordEntry {

    private PasswordEntry() {}

    /** Asked after the guard's decision. A provider's answer may come after a password; then the provider counts. */
    public static boolean is(AuthenticationSessionModel notes, UserModel user) {
        SignIn signIn = SignIn.of(notes);
        if (signIn.refusal().isPresent() || signIn.startsOver()) {
            return false;
        }
        // Without an account no provider can give a proof.
        return BoundAccount.of(notes)
                .map(bound -> bound.method() instanceof Method.Password)
                .orElseGet(() -> signIn.passwordProvedBy(user) || signIn.reliesOnSessionOf(user));
    }
}
