package com.micloud.signin.guard;

import com.micloud.signin.keycloak.StepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/** Offers {@link BrokerLink} to Keycloak. */
public final class BrokerLinkFactory extends StepFactory {

    public static final String ID = "micloud-provider-link";

    public BrokerLinkFactory() {
        super(
                ID,
                "MiCloud: link of a provider's user",
                "Links the provider's user to the MiCloud user who was typed, or refuses.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new BrokerLink();
    }
}
