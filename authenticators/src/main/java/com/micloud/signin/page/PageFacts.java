package com.micloud.signin.page;

import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.change.NewPasswordRules;
import com.micloud.signin.session.ShownAccount;
import jakarta.ws.rs.core.UriBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.keycloak.models.BrowserSecurityHeaders;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.beans.LocaleBean;

/** The facts that pages of Keycloak's have here beside Keycloak's own, and their headers. */
final class PageFacts {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationSessionModel signIn;

    /**
     * @param realm null where Keycloak knows none yet
     * @param signIn null on pages without a sign-in
     */
    PageFacts(KeycloakSession session, RealmModel realm, AuthenticationSessionModel signIn) {
        this.session = session;
        this.realm = realm;
        this.signIn = signIn;
    }

    /** Shows the account of the sign-in, once it is proved who signs in. */
    void showAccount(Map<String, Object> page) {
        ShownAccount.addTo(page, signIn);
    }

    /** A language menu whose addresses lead to the step of the sign-in. */
    LocaleBean languagesOfStep(Theme theme, Locale locale) {
        UriBuilder step = UriBuilder.fromUri(LoginActions.proceed(session, signIn));
        return new LocaleBean(realm, locale, step, texts(theme, locale));
    }

    private Properties texts(Theme theme, Locale locale) {
        try {
            return theme.getEnhancedMessages(realm, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The realm's security headers. Keycloak adds them to what it answers at once; to a SAML request it answers later, and
     * then leaves them out.
     */
    Map<String, String> headers() {
        Map<String, String> ofRealm = realm == null ? Map.of() : realm.getBrowserSecurityHeaders();
        Map<String, String> headers = new LinkedHashMap<>();
        for (BrowserSecurityHeaders header : BrowserSecurityHeaders.values()) {
            String value = ofRealm.getOrDefault(header.getKey(), header.getDefaultValue());
            if (value != null && !value.isEmpty()) {
                headers.put(header.getHeaderName(), value);
            }
        }
        return headers;
    }

    /** Whether new passwords of the realm keep the MiCloud policy, whose rules pages show. */
    boolean hasPasswordRules() {
        return realm != null && realm.getPasswordPolicy().getPolicies().contains(NewPasswordRules.POLICY);
    }

    /**
     * The password rules for that page.
     *
     * @param owner the names that a password must not contain, as far as whoever sees the page may see them
     */
    Object passwordRules(String template, List<String> owner, List<FormMessage> messages) {
        String field = template.equals("register.ftl") ? "password" : "password-new";
        return NewPasswordRules.sheet(session, realm, owner, field, messages);
    }
}
