package com.micloud.signin.page;

import org.keycloak.locale.DefaultLocaleUpdaterProviderFactory;
import org.keycloak.locale.LocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;

/** Replaces Keycloak's own locale updater, which has order 0, with {@link OfferedLocales}. */
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
