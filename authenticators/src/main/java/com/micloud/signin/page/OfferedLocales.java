package com.micloud.signin.page;

import org.keycloak.locale.DefaultLocaleUpdaterProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Stores the language that a request asks for, if the realm offers it. Keycloak would write any text, line ends
 * included, into a cookie and into the user's profile.
 */
final class OfferedLocales extends DefaultLocaleUpdaterProvider {

    private final KeycloakSession session;

    OfferedLocales(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public void updateUsersLocale(UserModel user, String locale) {
        if (offers(locale)) {
            super.updateUsersLocale(user, locale);
        }
    }

    @Override
    public void updateLocaleCookie(String locale) {
        if (offers(locale)) {
            super.updateLocaleCookie(locale);
        }
    }

    private boolean offers(String locale) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && realm.getSupportedLocalesStream().anyMatch(locale::equals);
    }
}
