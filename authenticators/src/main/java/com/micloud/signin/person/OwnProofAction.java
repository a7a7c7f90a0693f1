package com.micloud.signin.person;

import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.CredentialAction;
import org.keycloak.authentication.CredentialRegistrator;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.EnvironmentDependentProviderFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Puts an {@link OwnProofGate} before one of Keycloak's required actions that show or change the record. */
abstract class OwnProofAction implements RequiredActionFactory, EnvironmentDependentProviderFactory {

    private final RequiredActionFactory keycloaks;

    OwnProofAction(RequiredActionFactory keycloaks) {
        this.keycloaks = keycloaks;
    }

    @Override
    public final RequiredActionProvider create(KeycloakSession session) {
        RequiredActionProvider action = keycloaks.create(session);
        OwnProofGate gate = gate(action);
        if (action instanceof CredentialRegistrator registrator) {
            return new RegistratorGate(gate, registrator);
        }
        return action instanceof CredentialAction credential ? new CredentialGate(gate, credential) : gate;
    }

    /** The gate before Keycloak's own action. */
    OwnProofGate gate(RequiredActionProvider action) {
        return new OwnProofGate(getId(), action);
    }

    /** Keycloak asks an action by its type which credential it is about. */
    private static final class CredentialGate extends DelegatedAction implements CredentialAction {
        private final CredentialAction credential;

        CredentialGate(OwnProofGate gate, CredentialAction credential) {
            super(gate);
            this.credential = credential;
        }

        @Override
        public String getCredentialType(KeycloakSession session, AuthenticationSessionModel signIn) {
            return credential.getCredentialType(session, signIn);
        }
    }

    private static final class RegistratorGate extends DelegatedAction implements CredentialRegistrator {
        private final CredentialRegistrator registrator;

        RegistratorGate(OwnProofGate gate, CredentialRegistrator registrator) {
            super(gate);
            this.registrator = registrator;
        }

        @Override
        public String getCredentialType(KeycloakSession session, AuthenticationSessionModel signIn) {
            return registrator.getCredentialType(session, signIn);
        }
    }

    @Override
    public final String getId() {
        return keycloaks.getId();
    }

    /** Takes the place of Keycloak's own, which have order 0. */
    @Override
    public final int order() {
        return 10;
    }

    @Override
    public final String getDisplayText() {
        return keycloaks.getDisplayText();
    }

    @Override
    public final boolean isOneTimeAction() {
        return keycloaks.isOneTimeAction();
    }

    @Override
    public final boolean isConfigurable() {
        return keycloaks.isConfigurable();
    }

    @Override
    public final List<ProviderConfigProperty> getConfigMetadata() {
        return keycloaks.getConfigMetadata();
    }

    @Override
    public final void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        keycloaks.validateConfig(session, realm, model);
    }

    @Override
    public final boolean isSupported(Config.Scope config) {
        return !(keycloaks instanceof EnvironmentDependentProviderFactory dependent) || dependent.isSupported(config);
    }

    @Override
    public final void init(Config.Scope config) {
        keycloaks.init(config);
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        keycloaks.postInit(factory);
    }

    @Override
    public final void close() {
        keycloaks.close();
    }
}
