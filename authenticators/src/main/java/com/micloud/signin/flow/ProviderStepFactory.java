package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link ProviderStep} to Keycloak. */
public final class ProviderStepFactory extends StepFactory {

    public static final String ID = "micloud-provider";

    public ProviderStepFactory() {
        super(ID, "MiCloud: single sign-on", "Leads to the account's identity provider where its policy says so.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ProviderStep();
    }
}
