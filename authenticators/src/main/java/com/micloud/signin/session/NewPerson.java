package com.micloud.signin.session;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * Remembers, for the request in which it happens, that a person has registered: nothing that comes later can take another
 * sign-in for the one in which a person was made.
 */
public final class NewPerson {

    private static final String ATTRIBUTE = "micloud.newPerson";

    private NewPerson() {}

    /** Notes that this request has made that person. */
    public static void note(KeycloakSession session, UserModel user) {
        session.setAttribute(ATTRIBUTE, user.getId());
    }

    /** Whether this very request has made that person. */
    public static boolean isMadeIn(KeycloakSession session, UserModel user) {
        return user.getId().equals(session.getAttribute(ATTRIBUTE, String.class));
    }
}
