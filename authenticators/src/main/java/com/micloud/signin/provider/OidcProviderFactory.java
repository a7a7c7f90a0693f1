package com.micloud.signin.provider;

import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.oidc.OIDCIdentityProviderFactory;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;

/** Offers {@link OidcProvider} in the place of Keycloak's own, which has order 0. */
public final class OidcProviderFactory extends OIDCIdentityProviderFactory {

    @Override
    public OIDCIdentityProvider create(KeycloakSession session, IdentityProviderModel model) {
        return new OidcProvider(session, new OIDCIdentityProviderConfig(model));
    }

    @Override
    public int order() {
        return 10;
    }
}
