package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link ResetUsernameStep} to Keycloak. */
public final class ResetUsernameStepFactory extends StepFactory {

    public static final String ID = "micloud-reset-username";

    public ResetUsernameStepFactory() {
        super(ID, "MiCloud: forgotten password, username", "Asks whose password was forgotten, and sends a mail.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ResetUsernameStep();
    }
}
