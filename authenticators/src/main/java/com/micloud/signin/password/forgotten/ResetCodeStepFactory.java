package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link ResetCodeStep} to Keycloak. */
public final class ResetCodeStepFactory extends StepFactory {

    public static final String ID = "micloud-reset-code";

    public ResetCodeStepFactory() {
        super(
                ID,
                "MiCloud: forgotten password, code",
                "Waits for the mail's code, or takes whoever came by its link, and has a new password set.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ResetCodeStep();
    }
}
