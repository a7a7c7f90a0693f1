package com.micloud.signin.keycloak;

import jakarta.enterprise.context.ContextNotActiveException;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.urls.UrlType;

/**
 * Answers what a session knows of the HTTP request that it serves, for code that Keycloak also runs without one. The start
 * of a server, imports, exports and timers have no request; there the methods of {@link KeycloakContext} throw.
 */
public final class CurrentRequest {

    private CurrentRequest() {}

    /** The path of the request's address; empty where there is no request. */
    public static Optional<String> path(KeycloakSession session) {
        try {
            return Optional.ofNullable(session.getContext().getUri().getPath());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /**
     * The address of the server as browsers know it. Without a request it is known only where {@code hostname} is a whole
     * address or the realm has a frontend URL.
     */
    public static Optional<URI> server(KeycloakSession session) {
        try {
            return Optional.of(session.getContext().getUri(UrlType.FRONTEND).getBaseUri());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
    }

    /** Whether the session serves a request. */
    public static boolean isThere(KeycloakSession session) {
        return path(session).isPresent();
    }
}
