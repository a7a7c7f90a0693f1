package com.micloud.signin.flow;

import com.micloud.signin.guard.BrokerLinkFactory;
import com.micloud.signin.keycloak.StepFactory;
import com.micloud.signin.password.forgotten.ResetCodeStepFactory;
import com.micloud.signin.password.forgotten.ResetUsernameStepFactory;
import com.micloud.signin.setup.ExpectedFlows;
import com.micloud.signin.setup.SetupReport;
import com.micloud.signin.setup.SupportedKeycloak;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link UsernameStep} to Keycloak. */
public final class UsernameStepFactory extends StepFactory {

    public static final String ID = "micloud-username";

    private static final int ACCOUNTS_LOOKED_OVER = 5000;

    public UsernameStepFactory() {
        super(ID, "MiCloud: username", "Asks who wants to sign in.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new UsernameStep();
    }

    /** As the first step of the flow it also has the set-up of the realms looked over once the server runs. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        SupportedKeycloak.require();
        SetupReport.afterStart(
                factory,
                new ExpectedFlows(
                        List.of(
                                UsernameStepFactory.ID,
                                AccountStepFactory.ID,
                                ProviderStepFactory.ID,
                                PasswordStepFactory.ID,
                                AccountStepFactory.ID,
                                ProviderStepFactory.ID),
                        List.of(BrokerLinkFactory.ID),
                        List.of(PasswordOwnerStepFactory.ID, NewPasswordStepFactory.ID),
                        List.of(ResetUsernameStepFactory.ID, ResetCodeStepFactory.ID)),
                ACCOUNTS_LOOKED_OVER);
    }
}
