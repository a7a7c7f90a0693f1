package com.micloud.signin.logout;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolFactory;

/** Replaces Keycloak's own OpenID Connect with {@link GuardedOidcProtocol} and {@link OidcProtocolService}. */
public final class GuardedOidcProtocolFactory extends OIDCLoginProtocolFactory {

    @Override
    public LoginProtocol create(KeycloakSession session) {
        // Keycloak's own keeps its settings to itself, and hands them to what it makes.
        return new GuardedOidcProtocol(((OIDCLoginProtocol) super.create(session)).getConfig()).setSession(session);
    }

    @Override
    public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
        return new OidcProtocolService(session, event);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
