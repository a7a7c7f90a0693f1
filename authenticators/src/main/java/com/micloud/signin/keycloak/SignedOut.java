package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.utils.SecureContextResolver;

/**
 * The page after a log-out, and the cookie by which a browser has its own. The address alone names no log-out, so that
 * neither a provider nor the history of a shared browser can hand it on.
 */
final class SignedOut {

    static final String PATH = "micloud-signed-out";

    private static final String COOKIE = "MICLOUD_SIGNED_OUT";

    private SignedOut() {}

    /** Leads this browser to the page about that log-out. */
    static Response begin(KeycloakSession session, String departure) {
        session.getContext().getHttpResponse().setCookieIfAbsent(cookie(session, departure, (int) Departures.LIFESPAN));
        return again(session);
    }

    /** Leads this browser to the page about its log-out once more. */
    static Response again(KeycloakSession session) {
        return Response.seeOther(address(session)).build();
    }

    static URI address(KeycloakSession session) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri())
                .path(PATH)
                .build(session.getContext().getRealm().getName());
    }

    /** What this browser has of its log-out; empty when it has none. */
    static Optional<String> departure(KeycloakSession session) {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(COOKIE))
                .map(Cookie::getValue);
    }

    static void forget(KeycloakSession session) {
        session.getContext().getHttpResponse().setCookieIfAbsent(cookie(session, "", 0));
    }

    private static NewCookie cookie(KeycloakSession session, String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(UriBuilder.fromUri(
                                RealmsResource.realmBaseUrl(session.getContext().getUri())
                                        .build(session.getContext().getRealm().getName()))
                        .build()
                        .getRawPath())
                .maxAge(maxAge)
                .httpOnly(true)
                .secure(SecureContextResolver.isSecureContext(session))
                // Providers post their answers from another site; what follows is a redirect, which Lax lets through.
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
