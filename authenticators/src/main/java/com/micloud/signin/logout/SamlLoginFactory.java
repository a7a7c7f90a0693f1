package com.micloud.signin.logout;

import org.keycloak.Config;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.saml.SamlProtocolFactory;
import org.keycloak.saml.validators.DestinationValidator;

/** Replaces Keycloak's own SAML for applications with {@link SamlLogin} and {@link SamlEndpoints}. */
public final class SamlLoginFactory extends SamlProtocolFactory {

    private DestinationValidator destinations;

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        // Keycloak's own keeps it to itself.
        destinations = DestinationValidator.forProtocolMap(config.getArray("knownProtocols"));
    }

    @Override
    public LoginProtocol create(KeycloakSession session) {
        return new SamlLogin().setSession(session);
    }

    @Override
    public Object createProtocolEndpoint(KeycloakSession session, EventBuilder event) {
        return new SamlEndpoints(session, event, getMaxInflatingSize(), destinations);
    }

    @Override
    public int order() {
        return super.order() + 1;
    }
}
