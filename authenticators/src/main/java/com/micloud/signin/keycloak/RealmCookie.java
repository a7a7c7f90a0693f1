package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.utils.SecureContextResolver;

/** A cookie of the bundle. The browser sends it to the pages of the realm only, and hides it from scripts. */
public final class RealmCookie {

    private RealmCookie() {}

    public static Optional<String> get(KeycloakSession session, String name) {
        return Optional.ofNullable(session.getContext()
                        .getHttpRequest()
                        .getHttpHeaders()
                        .getCookies()
                        .get(name))
                .map(Cookie::getValue);
    }

    /** Has the browser keep a value for so many seconds. */
    public static void set(KeycloakSession session, String name, String value, int maxAge) {
        session.getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(name)
                        .value(value)
                        .path(UriBuilder.fromUri(RealmsResource.realmBaseUrl(
                                                session.getContext().getUri())
                                        .build(session.getContext().getRealm().getName()))
                                .build()
                                .getRawPath())
                        .maxAge(maxAge)
                        .httpOnly(true)
                        .secure(SecureContextResolver.isSecureContext(session))
                        // Providers post their answers from another site; what follows is a redirect, which Lax lets
                        // through.
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    public static void remove(KeycloakSession session, String name) {
        set(session, name, "", 0);
    }
}
