package com.micloud.signin.session;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.ErrorPages;
import com.micloud.signin.keycloak.GuardedRealm;
import java.util.Objects;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Notes that the guard has admitted the user in a sign-in. The note is read again when Keycloak answers the
 * application, because some ways to that point evaluate no required action (for instance a page of consent).
 */
public final class Admission {

    private static final String NOTE = "micloud.admitted";

    private static final String NOT_STARTED_HERE = "micloudRefusedNotStartedHere";

    private Admission() {}

    /** Notes that this user is admitted. */
    public static void note(AuthenticationSessionModel signIn, UserModel user) {
        signIn.setAuthNote(NOTE, user.getId());
    }

    /** Takes back what was noted. */
    public static void withdraw(AuthenticationSessionModel signIn) {
        signIn.removeAuthNote(NOTE);
    }

    /** Whether this user is admitted in this sign-in. */
    public static boolean isOf(AuthenticationSessionModel signIn, UserModel user) {
        return user != null && Objects.equals(signIn.getAuthNote(NOTE), user.getId());
    }

    /**
     * Lets a sign-in end in a session only where the guard has admitted its user.
     *
     * @throws RuntimeException a page with status 403 in a guarded realm, if it has not; whatever the request has changed,
     *     the session included, is undone
     */
    public static void require(KeycloakSession session, AuthenticationSessionModel signIn, UserSessionModel opened) {
        if (!GuardedRealm.is(signIn.getRealm())) {
            return;
        }
        boolean admitted = GuardedRealm.isOpen(signIn.getRealm())
                && !BrowserSession.endsWithoutSession(signIn)
                && isOf(signIn, opened.getUser());
        if (!admitted) {
            throw ErrorPages.forbidden(session, NOT_STARTED_HERE);
        }
    }
}
