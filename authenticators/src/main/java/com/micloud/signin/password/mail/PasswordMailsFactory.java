package com.micloud.signin.password.mail;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link PasswordMails} to Keycloak. Keycloak's own mail listener does not see all changes. */
public final class PasswordMailsFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "micloud-password-mail";
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PasswordMails(session);
    }

    @Override
    public void init(Config.Scope config) {
        // Realms choose their listeners.
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
