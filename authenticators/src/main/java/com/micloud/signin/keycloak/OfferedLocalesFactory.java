package com.micloud.signin.keycloak;

import org.keycloak.locale.DefaultLocaleUpdaterProviderFactory;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/** Offers {@link OfferedLocales} in the place of Keycloak's own, which has order 0. */
public final class OfferedLocalesFactory extends DefaultLocaleUpdaterProviderFactory {

    @Override
    public LocaleUpdaterProvider create(KeycloakSession session) {
        return new OfferedLocales(session);
    }

    @Override
    public int order() {
        return 10;
    }
}
