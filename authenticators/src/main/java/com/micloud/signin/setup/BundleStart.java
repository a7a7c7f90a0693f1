package com.micloud.signin.setup;

import com.micloud.signin.flow.AccountStepFactory;
import com.micloud.signin.flow.NewPasswordStepFactory;
import com.micloud.signin.flow.PasswordOwnerStepFactory;
import com.micloud.signin.flow.PasswordStepFactory;
import com.micloud.signin.flow.ProviderStepFactory;
import com.micloud.signin.flow.UsernameStepFactory;
import com.micloud.signin.guard.BrokerLinkFactory;
import com.micloud.signin.keycloak.Bundle;
import com.micloud.signin.password.change.PasswordChangeTab;
import com.micloud.signin.password.forgotten.ResetCodeStepFactory;
import com.micloud.signin.password.forgotten.ResetUsernameStepFactory;
import com.micloud.signin.provider.ProviderLinks;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** All that the bundle does once when the server starts. */
public final class BundleStart implements BundleFactory {

    private static final int ACCOUNTS_LOOKED_OVER = 5000;

    private static final ExpectedFlows FLOWS = new ExpectedFlows(
            List.of(
                    UsernameStepFactory.ID,
                    AccountStepFactory.ID,
                    ProviderStepFactory.ID,
                    PasswordStepFactory.ID,
                    AccountStepFactory.ID,
                    ProviderStepFactory.ID),
            List.of(BrokerLinkFactory.ID),
            List.of(PasswordOwnerStepFactory.ID, NewPasswordStepFactory.ID),
            List.of(ResetUsernameStepFactory.ID, ResetCodeStepFactory.ID));

    @Override
    public String getId() {
        return "micloud";
    }

    @Override
    public Bundle create(KeycloakSession session) {
        return () -> {};
    }

    @Override
    public void init(Config.Scope config) {
        SupportedKeycloak.require();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        SupportedKeycloak.look(factory);
        ProviderLinks.watch(factory);
        PasswordChangeTab.watch(factory);
        SetupReport.afterStart(factory, FLOWS, ACCOUNTS_LOOKED_OVER);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
