package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;

/** Ends a browser's request with a page, from any place in Keycloak. */
public final class ErrorPages {

    private ErrorPages() {}

    /** The exception for a page with status 403. It undoes all changes of the request. */
    public static RuntimeException forbidden(KeycloakSession session, String messageKey) {
        return new ErrorPageException(
                session, session.getContext().getAuthenticationSession(), Response.Status.FORBIDDEN, messageKey);
    }
}
