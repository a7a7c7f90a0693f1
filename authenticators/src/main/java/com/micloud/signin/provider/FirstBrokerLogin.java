package com.micloud.signin.provider;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.broker.AbstractIdpAuthenticator;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** A step of the flow that Keycloak runs when a provider asserts a subject without a link. */
public abstract class FirstBrokerLogin extends AbstractIdpAuthenticator {

    /**
     * The person whom the provider asserts.
     *
     * @param alias the provider
     * @param username the username it asserts, as Keycloak derives it
     */
    public record Asserted(String alias, String username) {}

    /** Decides whether the subject may be linked; called once, and again when the page is reloaded. */
    protected abstract void decide(AuthenticationFlowContext context, Asserted asserted);

    @Override
    protected final void authenticateImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext broker) {
        // The way here has dropped what the mapper noted, and the guard asks for it in the end.
        BrokeredUsername.note(broker);
        decide(context, new Asserted(broker.getIdpConfig().getAlias(), BrokeredUsername.of(broker)));
    }

    @Override
    protected final void actionImpl(
            AuthenticationFlowContext context,
            SerializedBrokeredIdentityContext serialized,
            BrokeredIdentityContext broker) {
        authenticateImpl(context, serialized, broker);
    }

    @Override
    public final boolean requiresUser() {
        return false;
    }

    @Override
    public final boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }
}
