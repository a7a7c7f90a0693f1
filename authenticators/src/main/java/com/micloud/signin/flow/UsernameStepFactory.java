package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link UsernameStep} to Keycloak. */
public final class UsernameStepFactory extends StepFactory {

    public static final String ID = "micloud-username";

    public UsernameStepFactory() {
        super(ID, "MiCloud: username", "Asks who wants to sign in.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new UsernameStep();
    }
}
