package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;

/** Ends a request of a browser with a page, wherever in Keycloak it is just now. */
public final class ErrorPages {

    private ErrorPages() {}

    /** What to throw for a page with status 403; whatever the request has changed is undone. */
    public static RuntimeException forbidden(KeycloakSession session, String messageKey) {
        return new ErrorPageException(
                session, session.getContext().getAuthenticationSession(), Response.Status.FORBIDDEN, messageKey);
    }
}
