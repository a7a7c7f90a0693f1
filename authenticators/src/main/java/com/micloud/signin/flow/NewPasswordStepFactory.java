package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link NewPasswordStep} to Keycloak. */
public final class NewPasswordStepFactory extends StepFactory {

    public static final String ID = "micloud-new-password";

    public NewPasswordStepFactory() {
        super(ID, "MiCloud: new password", "Changes the password of whoever gives the current one.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new NewPasswordStep();
    }
}
