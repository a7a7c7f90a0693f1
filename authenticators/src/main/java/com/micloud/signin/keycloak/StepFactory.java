package com.micloud.signin.keycloak;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The base of the factories of our flow steps: required, without their own settings. */
public abstract class StepFactory implements AuthenticatorFactory {

    private static final Requirement[] CHOICES = {Requirement.REQUIRED};

    private final String id;
    private final String name;
    private final String help;

    protected StepFactory(String id, String name, String help) {
        this.id = id;
        this.name = name;
        this.help = help;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final String getDisplayType() {
        return name;
    }

    @Override
    public final String getHelpText() {
        return help;
    }

    /**
     * The credential that failures of this step count for in brute-force detection. A word Keycloak does not know, as
     * here, keeps a mistyped username or account from locking anybody; the password step says otherwise.
     */
    @Override
    public String getReferenceCategory() {
        return id;
    }

    @Override
    public final boolean isConfigurable() {
        return false;
    }

    @Override
    public final Requirement[] getRequirementChoices() {
        return CHOICES.clone();
    }

    @Override
    public final boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public final List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public final void init(Config.Scope config) {
        // Steps have no settings of their own.
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // Steps wait for nothing.
    }

    @Override
    public final void close() {
        // Steps hold nothing.
    }
}
