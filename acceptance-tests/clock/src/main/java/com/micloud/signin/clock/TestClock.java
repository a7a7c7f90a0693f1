package com.micloud.signin.clock;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts the clock of the server below {@code /realms/<realm>/test-clock}, for tests only. */
public final class TestClock implements RealmResourceProviderFactory {

    @Override
    public String getId() {
        return "test-clock";
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new RealmResourceProvider() {
            @Override
            public Object getResource() {
                return new ClockResource();
            }

            @Override
            public void close() {
                // Holds nothing.
            }
        };
    }

    @Override
    public void init(Config.Scope config) {
        // Needs no configuration.
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
