package com.micloud.signin.flow;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;

/** The username that Keycloak keeps in a cookie of the browser for whoever ticked "Remember me". */
final class RememberedUsername {

    private RememberedUsername() {}

    /** The username in the cookie, which anybody can have written; empty where the realm remembers nobody. */
    public static Optional<String> of(KeycloakSession session) {
        try {
            return Optional.ofNullable(AuthenticationManager.getRememberMeUsername(session));
        } catch (IllegalArgumentException e) {
            // A percent sign without two digits behind it: this cookie is not from here.
            return Optional.empty();
        }
    }
}
