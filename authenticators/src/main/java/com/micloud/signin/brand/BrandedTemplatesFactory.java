package com.micloud.signin.brand;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.freemarker.DefaultFreeMarkerProviderFactory;
import org.keycloak.theme.freemarker.FreeMarkerProvider;
import org.keycloak.theme.freemarker.FreeMarkerProviderFactory;

/** Replaces Keycloak's own FreeMarker provider, which has order 0, with {@link BrandedTemplates}. */
public final class BrandedTemplatesFactory implements FreeMarkerProviderFactory {

    private final FreeMarkerProviderFactory keycloak = new DefaultFreeMarkerProviderFactory();

    @Override
    public FreeMarkerProvider create(KeycloakSession session) {
        return new BrandedTemplates(session, keycloak.create(session));
    }

    @Override
    public String getId() {
        return keycloak.getId();
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void init(Config.Scope config) {
        keycloak.init(config);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        keycloak.postInit(factory);
    }

    @Override
    public void close() {
        keycloak.close();
    }
}
