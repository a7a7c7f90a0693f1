package com.micloud.signin.provider;

import org.keycloak.Config;
import org.keycloak.broker.saml.SAMLIdentityProvider;
import org.keycloak.broker.saml.SAMLIdentityProviderConfig;
import org.keycloak.broker.saml.SAMLIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.saml.validators.DestinationValidator;

/** Offers {@link SamlProvider} in the place of Keycloak's own, which has order 0. */
public final class SamlProviderFactory extends SAMLIdentityProviderFactory {

    private DestinationValidator destinations;

    @Override
    public void init(Config.Scope config) {
        super.init(config);
        // Keycloak's own keeps it to itself.
        destinations = DestinationValidator.forProtocolMap(config.getArray("knownProtocols"));
    }

    @Override
    public SAMLIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new SamlProvider(session, new SAMLIdentityProviderConfig(model), destinations);
    }

    @Override
    public int order() {
        return 10;
    }
}
