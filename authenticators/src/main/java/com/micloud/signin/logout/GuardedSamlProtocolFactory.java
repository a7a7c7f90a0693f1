package com.micloud.signin.logout;

import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.saml.validators.DestinationValidator;

/** Replaces Keycloak's own SAML for applications with {@link GuardedSamlProtocol} and {@link SamlProtocolService}. */
public final class GuardedSamlProtocolFactory extends SamlProtocolFactory {

    private DestinationValidator destinations;

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        // The superclass field is private.
        destinations = DestinationValidator.forProtocolMap(config.getArray("knownProtocols"));
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new GuardedSamlProtocol().setSession(session);
    }

    @Override
    public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
        return new SamlProtocolService(session, event, getMaxInflatingSize(), destinations);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
