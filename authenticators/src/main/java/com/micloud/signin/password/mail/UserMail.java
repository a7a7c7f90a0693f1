package com.micloud.signin.password.mail;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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
 * @param address where it goes; empty for the user's own e-mail address
 */
public record UserMail(String language, String subject, String template, Map<String, Object> facts, String address) {

    public UserMail {
        facts = Map.copyOf(facts);
    }

    /** A mail to the user's own e-mail address. */
    public UserMail(String language, String subject, String template, Map<String, Object> facts) {
        this(language, subject, template, facts, "");
    }

    /** The address of the mail; empty if the user has no e-mail address and the mail names none. */
    String addressOf(UserModel user) {
        return address.isEmpty() ? Objects.requireNonNullElse(user.getEmail(), "") : address;
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
                .send(subject, template, new HashMap<>(facts), addressOf(user));
    }
}
