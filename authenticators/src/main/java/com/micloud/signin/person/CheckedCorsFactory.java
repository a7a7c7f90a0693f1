package com.micloud.signin.person;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.cors.DefaultCorsFactory;

/** Replaces Keycloak's own CORS rules, which have order 0, with {@link CheckedCors}. */
abstract class CheckedCorsFactory extends DefaultCorsFactory {

    @Override
    public final Cors create(KeycloakSession session) {
        return new CheckedCors(super.create(session), () -> check(session));
    }

    /** Looks at a request whose access token Keycloak has verified; throws where it must not go on. */
    protected abstract void check(KeycloakSession session);

    @Override
    public final int order() {
        return 10;
    }
}
