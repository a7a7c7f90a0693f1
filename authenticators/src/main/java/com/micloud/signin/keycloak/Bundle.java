package com.micloud.signin.keycloak;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;

/** The bundle as a whole, which the server starts once. Requests need nothing of it. */
public interface Bundle extends Provider {

    /**
     * Makes sure that the server starts the bundle, which an option can switch off.
     *
     * @throws IllegalStateException saying which option, if it does not
     */
    static void require(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(Bundle.class) == null) {
            throw new IllegalStateException("The MiCloud sign-in cannot start: its provider 'micloud' of the SPI"
                    + " 'micloud-bundle' is switched off. Remove the option that does this.");
        }
    }
}
