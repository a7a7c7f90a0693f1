package com.micloud.signin.events;

import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;

/**
 * Writes events to the server log without what people typed: administrators' actions and failed sign-ins at INFO, the
 * others at DEBUG.
 */
final class EventLog implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger("com.micloud.signin.events");

    @Override
    public void onEvent(Event event) {
        if (event.getError() == null) {
            LOG.debug(EventLine.of(event));
        } else {
            LOG.info(EventLine.of(event));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        LOG.info(AdminEventLine.of(event));
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
