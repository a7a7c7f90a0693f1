package com.micloud.signin.guard;

import com.micloud.signin.keycloak.Bundle;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Offers {@link GuardAction} to Keycloak. */
public final class GuardActionFactory implements RequiredActionFactory {

    private static final GuardAction GUARD = new GuardAction();

    @Override
    public String getId() {
        return GuardAction.ID;
    }

    @Override
    public String getDisplayText() {
        return "MiCloud guard";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return GUARD;
    }

    @Override
    public void init(Config.Scope config) {
        // Needs no configuration.
    }

    /** Lets no server run with the guard and without what the start of the bundle sets up beside it. */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        Bundle.require(factory);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
