package com.micloud.signin.provider;

import org.keycloak.Config;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderStorageProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Replaces Keycloak's default store of identity providers with {@link ProviderStore}. */
public final class ProviderStoreFactory
        implements IdentityProviderStorageProviderFactory<IdentityProviderStorageProvider> {

    public static final String ID = "micloud-identity-providers";

    private String keycloak;

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public IdentityProviderStorageProvider create(KeycloakSession session) {
        return ProviderStore.over(session, session.getProvider(IdentityProviderStorageProvider.class, keycloak));
    }

    @Override
    public void init(Config.Scope config) {
        // Needs no configuration.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        keycloak = factory.getProviderFactoriesStream(IdentityProviderStorageProvider.class)
                .filter(other -> !ID.equals(other.getId()))
                .max((one, other) -> Integer.compare(one.order(), other.order()))
                .map(last -> last.getId())
                .orElseThrow(() -> new IllegalStateException("Keycloak has no store of identity providers."));
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    /** More than Keycloak's own, whose cache has 10. */
    @Override
    public int order() {
        return 100;
    }
}
