package com.micloud.signin.password.expiry;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link ExpiryReminder} to Keycloak. */
public final class ExpiryReminderFactory implements RequiredActionFactory {

    private static final ExpiryReminder REMINDER = new ExpiryReminder();

    @Override
    public String getId() {
        return ExpiryReminder.ID;
    }

    @Override
    public String getDisplayText() {
        return "MiCloud password expiry";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return REMINDER;
    }

    @Override
    public void init(Config.Scope config) {
        // The days are a setting of each realm.
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
