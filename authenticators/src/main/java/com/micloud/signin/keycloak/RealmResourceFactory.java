package com.micloud.signin.keycloak;

import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** The base of factories for pages directly below a realm. Keycloak uses their id as the address. */
public abstract class RealmResourceFactory implements RealmResourceProviderFactory {

    private final String path;
    private final Function<KeycloakSession, Object> resource;

    protected RealmResourceFactory(String path, Function<KeycloakSession, Object> resource) {
        this.path = path;
        this.resource = resource;
    }

    @Override
    public final String getId() {
        return path;
    }

    @Override
    public final RealmResourceProvider create(KeycloakSession session) {
        return new Provider(resource.apply(session));
    }

    @Override
    public final void init(Config.Scope config) {
        // Has no options.
    }

    @Override
    public final void postInit(KeycloakSessionFactory factory) {
        // Needs nothing of other providers.
    }

    @Override
    public final void close() {
        // Holds nothing.
    }

    private record Provider(Object getResource) implements RealmResourceProvider {

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
