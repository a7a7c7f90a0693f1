package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link PasswordOwnerStep} to Keycloak. */
public final class PasswordOwnerStepFactory extends StepFactory {

    public static final String ID = "micloud-password-owner";

    public PasswordOwnerStepFactory() {
        super(ID, "MiCloud: whose password", "Asks whose password is to be changed.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordOwnerStep();
    }
}
