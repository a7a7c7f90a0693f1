package com.micloud.signin.logout;

import org.keycloak.models.KeycloakSession;

/** Notes, for one request, that Keycloak answers it with the question whether to log out, and so has ended nothing yet. */
public final class LogOutQuestion {

    private static final String ASKED = "micloud.asksToLogOut";

    private LogOutQuestion() {}

    /** Notes that the answer of this request is the question. */
    public static void ask(KeycloakSession session) {
        session.setAttribute(ASKED, true);
    }

    /** Whether the answer of this request is the question. */
    static boolean isAsked(KeycloakSession session) {
        return Boolean.TRUE.equals(session.getAttribute(ASKED));
    }
}
