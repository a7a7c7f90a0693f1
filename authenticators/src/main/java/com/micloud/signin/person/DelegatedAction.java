package com.micloud.signin.person;

import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;

/** A required action that does what another one does. */
class DelegatedAction implements RequiredActionProvider {

    private final RequiredActionProvider action;

    DelegatedAction(RequiredActionProvider action) {
        this.action = action;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return action.initiatedActionSupport();
    }

    @Override
    public void initiatedActionCanceled(KeycloakSession session, AuthenticationSessionModel signIn) {
        action.initiatedActionCanceled(session, signIn);
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        action.evaluateTriggers(context);
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        action.requiredActionChallenge(context);
    }

    @Override
    public void processAction(RequiredActionContext context) {
        action.processAction(context);
    }

    @Override
    public int getMaxAuthAge(KeycloakSession session) {
        return action.getMaxAuthAge(session);
    }

    @Override
    public void close() {
        action.close();
    }
}
