package com.micloud.signin.policy;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyManagerProviderFactory;

/** Replaces Keycloak's own manager of policies with {@link MiCloudPasswordPolicyManager}. */
public final class MiCloudPasswordPolicyManagerFactory implements PasswordPolicyManagerProviderFactory {

    @Override
    public String getId() {
        return MiCloudPasswordPolicyFactory.ID;
    }

    @Override
    public PasswordPolicyManagerProvider create(KeycloakSession session) {
        return new MiCloudPasswordPolicyManager(session);
    }

    /** Takes the place of Keycloak's own, which has order 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void init(Config.Scope config) {
        // Everything there is to configure belongs to a realm.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs nothing of other providers.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
