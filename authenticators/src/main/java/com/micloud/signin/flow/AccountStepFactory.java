package com.micloud.signin.flow;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link AccountStep} to Keycloak. */
public final class AccountStepFactory extends StepFactory {

    public static final String ID = "micloud-account";

    public AccountStepFactory() {
        super(ID, "MiCloud: account", "Settles for which account; stands before and after the password.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new AccountStep();
    }
}
