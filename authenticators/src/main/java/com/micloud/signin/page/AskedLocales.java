package com.micloud.signin.page;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PageLanguage;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.locale.DefaultLocaleSelectorProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.util.LocaleUtil;

/**
 * Chooses the language of a page as Keycloak does, and follows {@code kc_locale} in the address of a guarded realm where
 * Keycloak does not look at it: on the pages that Keycloak draws without a sign-in, such as "Page not found" and the one
 * that asks for the code of a device. Their language menus lead to that address.
 */
final class AskedLocales extends DefaultLocaleSelectorProvider {

    private final KeycloakSession session;

    AskedLocales(KeycloakSession session) {
        super(session);
        this.session = session;
    }

    @Override
    public Locale resolveLocale(RealmModel realm, UserModel user, boolean ignoreAcceptLanguageHeader) {
        // With a user it can be a mail that is written, in the user's language and not that of whoever causes it.
        boolean undecided = user == null
                && session.getContext().getAuthenticationSession() == null
                && session.getAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE) == null;
        if (undecided && realm != null && GuardedRealm.is(realm) && offers(realm, asked())) {
            LocaleUtil.processLocaleParam(session, realm, null);
        }
        return super.resolveLocale(realm, user, ignoreAcceptLanguageHeader);
    }

    private static boolean offers(RealmModel realm, Optional<String> asked) {
        return asked.isPresent() && realm.getSupportedLocalesStream().anyMatch(asked.get()::equals);
    }

    private Optional<String> asked() {
        try {
            return Optional.ofNullable(
                    session.getContext().getUri().getQueryParameters().getFirst(PageLanguage.PARAMETER));
        } catch (RuntimeException e) {
            // There is no request, as where a mail is sent later, or its address cannot be read.
            return Optional.empty();
        }
    }
}
