package com.micloud.signin.token;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.token.TokenPostProcessor;
import org.keycloak.protocol.oidc.token.TokenPostProcessorFactory;

/** Offers {@link AccountBinding} to Keycloak, which runs it whenever it issues tokens, in every realm. */
public final class AccountBindingFactory implements TokenPostProcessorFactory {

    @Override
    public String getId() {
        return "micloud-account-pin";
    }

    @Override
    public TokenPostProcessor create(KeycloakSession session) {
        return new AccountBinding(session);
    }
}
