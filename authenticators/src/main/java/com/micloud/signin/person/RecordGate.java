package com.micloud.signin.person;

import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.session.OwnProof;
import jakarta.ws.rs.ForbiddenException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Says whether this request may see and change the record. It needs an own proof. */
final class RecordGate {

    private RecordGate() {}

    /** Whether the user has just given such a proof, in the sign-in that this request belongs to or before its token. */
    static boolean isOpen(KeycloakSession session, UserModel user) {
        if (!GuardedRealm.isOpen(session.getContext().getRealm())) {
            return false;
        }
        AuthenticationSessionModel signIn = session.getContext().getAuthenticationSession();
        if (signIn != null) {
            return OwnProof.isGiven(session, signIn, user);
        }
        UserSessionModel opened = session.getContext().getUserSession();
        return opened != null && user.equals(opened.getUser()) && OwnProof.isFreshIn(opened);
    }

    /**
     * Lets a request with an access token reach the account API and the admin API only where {@link #admits} says so.
     *
     * @throws ForbiddenException where it does not
     */
    static void require(KeycloakSession session) {
        if (!admits(session)) {
            throw new ForbiddenException("A proof of the person's own is needed: the MiCloud password");
        }
    }

    /**
     * Whether a request with an access token may reach these APIs: such a proof is behind it, given when the console was
     * entered that the token is for, else at most five minutes ago. Services of their own have no record, and may.
     */
    static boolean admits(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        if (realm == null || !GuardedRealm.is(realm)) {
            return true;
        }
        UserSessionModel opened = session.getContext().getUserSession();
        return GuardedRealm.isOpen(realm)
                && opened != null
                && (isService(opened.getUser()) || isProved(session.getContext().getClient(), opened));
    }

    private static boolean isService(UserModel user) {
        return user.getServiceAccountClientLink() != null;
    }

    private static boolean isProved(ClientModel client, UserSessionModel opened) {
        boolean console = client != null && !ClientApplications.of(client).accountRequired();
        return console ? OwnProof.isBehind(opened) : OwnProof.isFreshIn(opened);
    }
}
