package com.micloud.signin.flow;

import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** What the steps of the flow have in common: none needs a user to be known, none is set up per user. */
abstract class Step implements Authenticator {

    @Override
    public final boolean requiresUser() {
        return false;
    }

    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public final void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing is set up per user.
    }

    @Override
    public final void close() {
        // Steps hold nothing.
    }
}
