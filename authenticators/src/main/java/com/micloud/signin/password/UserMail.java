package com.micloud.signin.password;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * A mail to a user, in the language that the user has chosen.
 *
 * @param language the language for users who have chosen none; empty for the realm's
 * @param subject the key of its subject
 * @param template what it is drawn by
 * @param facts what it says
 */
public record UserMail(String language, String subject, String template, Map<String, Object> facts) {

    public UserMail {
        facts = Map.copyOf(facts);
    }

    /** Hands it to the mail server of the realm that the session is in. */
    public void send(KeycloakSession session, UserModel user) throws EmailException {
        if (user.getFirstAttribute(UserModel.LOCALE) == null && !language.isEmpty()) {
            session.setAttribute(LocaleSelectorProvider.USER_REQUEST_LOCALE, language);
        }
        // Keycloak adds to what it is given.
        session.getProvider(EmailTemplateProvider.class)
                .setRealm(session.getContext().getRealm())
                .setUser(user)
                .send(subject, template, new HashMap<>(facts));
    }
}
