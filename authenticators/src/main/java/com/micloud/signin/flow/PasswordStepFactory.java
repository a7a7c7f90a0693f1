package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** Offers {@link PasswordStep} to Keycloak. */
public final class PasswordStepFactory extends StepFactory {

    public static final String ID = "micloud-password";

    public PasswordStepFactory() {
        super(ID, "MiCloud: password", "Asks for the password where the account takes one.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new PasswordStep();
    }

    /** Wrong passwords count, and a right one resets the count. */
    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }
}
