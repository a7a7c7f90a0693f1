package com.micloud.signin.keycloak;

import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;

/** Keycloak's own endpoints of OpenID Connect, except for log-out. */
final class OidcEndpoints extends OIDCLoginProtocolService {

    private final KeycloakSession session;
    private final EventBuilder event;

    OidcEndpoints(KeycloakSession session, EventBuilder event) {
        super(session, event);
        this.session = session;
        this.event = event;
    }

    @Override
    public Object logout() {
        return new OidcLogout(session, new LogoutTokens(session.getContext().getRealm()), event);
    }
}
