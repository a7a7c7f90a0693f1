package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.LoginActions;
import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Marks a tab that began at the address for forgotten passwords. It ends with a page and never becomes a sign-in, also
 * after a restart of the tab. The mark is a client note, because a restart keeps client notes.
 */
public final class ForgottenPasswordTab {

    private static final String NOTE = "micloud.forgottenPasswordVisit";

    private ForgottenPasswordTab() {}

    /** Makes this tab one. */
    static void begin(AuthenticationSessionModel visit) {
        note(visit);
        endWithPage(visit);
    }

    /** Notes that this tab is one, which Keycloak has made to end with a page already. */
    static void note(AuthenticationSessionModel visit) {
        visit.setClientNote(NOTE, "true");
    }

    /** Whether this tab is one. */
    public static boolean is(AuthenticationSessionModel tab) {
        return tab.getClientNote(NOTE) != null;
    }

    /** The address at which a visit continues that has left its pages. */
    public static URI resume(KeycloakSession session, AuthenticationSessionModel visit) {
        endWithPage(visit);
        return LoginActions.forgotPassword(session, visit);
    }

    private static void endWithPage(AuthenticationSessionModel visit) {
        visit.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        if (visit.getClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM) != null) {
            visit.setAuthNote(AuthenticationManager.SET_REDIRECT_URI_AFTER_REQUIRED_ACTIONS, "true");
        }
    }
}
