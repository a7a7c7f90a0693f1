package com.micloud.signin.page;

import org.keycloak.locale.DefaultLocaleSelectorProviderFactory;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;

/** Offers {@link AskedLocales} in the place of Keycloak's own, which has order 0. */
public final class AskedLocalesFactory extends DefaultLocaleSelectorProviderFactory {

    @Override
    public LocaleSelectorProvider create(KeycloakSession session) {
        return new AskedLocales(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
