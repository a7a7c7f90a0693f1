package com.micloud.signin.logout;

import com.micloud.signin.keycloak.RealmCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resources.RealmsResource;

/**
 * The page after a log-out, and its cookie. The address alone names no log-out. So neither a provider nor the history
 * of a shared browser can pass the page on.
 */
final class SignedOutPage {

    static final String PATH = "micloud-signed-out";

    private static final String COOKIE = "MICLOUD_SIGNED_OUT";

    private SignedOutPage() {}

    /** Leads this browser to the page about that log-out. */
    static Response begin(KeycloakSession session, String pendingLogout) {
        RealmCookie.set(session, COOKIE, pendingLogout, (int) PendingLogouts.LIFESPAN);
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

    /** The log-out of this browser; empty if it has none. */
    static Optional<String> pendingLogout(KeycloakSession session) {
        return RealmCookie.get(session, COOKIE);
    }

    static void forget(KeycloakSession session) {
        RealmCookie.remove(session, COOKIE);
    }
}
