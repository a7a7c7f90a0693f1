package com.micloud.signin.keycloak;

import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.util.LocaleUtil;

/** The language of a page that belongs to no sign-in. */
public final class PageLanguage {

    /** The parameter of an address that names a language. */
    public static final String PARAMETER = LocaleSelectorProvider.KC_LOCALE_PARAM;

    private PageLanguage() {}

    /** Draws what this request is answered with in the language that its address names, if the realm offers it. */
    public static void follow(KeycloakSession session) {
        LocaleUtil.processLocaleParam(session, session.getContext().getRealm(), null);
    }
}
