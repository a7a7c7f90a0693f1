package com.micloud.signin.events;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link EventLog} to Keycloak, in place of its own log listener, which writes typed usernames. */
public final class EventLogFactory implements EventListenerProviderFactory {

    private static final EventLog LOG = new EventLog();

    @Override
    public String getId() {
        return "micloud-events";
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return LOG;
    }

    @Override
    public void init(Config.Scope config) {
        // Levels are set where those of all loggers are.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Waits for nothing.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
