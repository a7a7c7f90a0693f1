package com.micloud.signin.session;

import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Whether a sign-in is let in by a password, be it one given now or one that the browser's session has proved. */
public final class PasswordEntry {

    private PasswordEntry() {}

    /** Asked after the guard has judged: a provider's word, which may have come on top of a password, wins. */
    public static boolean is(AuthenticationSessionModel notes, UserModel user) {
        SignIn signIn = SignIn.of(notes);
        if (signIn.refusal().isPresent() || signIn.startsOver()) {
            return false;
        }
        // Without an account there is no provider that could vouch.
        return BoundAccount.of(notes)
                .map(bound -> bound.method() instanceof Method.Password)
                .orElseGet(() -> signIn.passwordProvedBy(user) || signIn.reliesOnSessionOf(user));
    }
}
