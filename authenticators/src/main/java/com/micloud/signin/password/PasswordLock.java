package com.micloud.signin.password;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.provider.CallbackRequest;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Keycloak's brute-force detection, with two differences in guarded realms. What locks a user's password for a while does
 * not stop the user's provider: otherwise whoever knows a username could keep its owner from single sign-on by guessing.
 * And Keycloak calls a user locked while the node still works on another attempt of that user (keycloak/keycloak#48272);
 * here the attempt waits for the other one and is judged by what that one has left.
 */
final class PasswordLock implements BruteForceProtector {

    /** Set in a request that has waited: what the request has read of the user's failures is old. */
    private static final String WAITED = "micloud.lock.waited";

    private final BruteForceProtector keycloaks;
    private final BruteForceProtector locks;

    /**
     * Wraps Keycloak's own.
     *
     * @param keycloaks answers "locked" also while another attempt is under way, and otherwise notes that this one is
     * @param locks the same rules without that: knows only locks
     */
    PasswordLock(BruteForceProtector keycloaks, BruteForceProtector locks) {
        this.keycloaks = keycloaks;
        this.locks = locks;
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
        return CallbackRequest.current(session).isEmpty()
                && answer(BruteForceProtector::isTemporarilyDisabled, session, realm, user);
    }

    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession session, RealmModel realm, UserModel user) {
        return answer(BruteForceProtector::isPermanentlyLockedOut, session, realm, user);
    }

    private boolean answer(Question question, KeycloakSession session, RealmModel realm, UserModel user) {
        if (question.ask(keycloaks, session, realm, user)) {
            boolean locked = !GuardedRealm.is(realm) || question.ask(locks, session, realm, user);
            if (locked || !waitForOthers(question, session, realm, user)) {
                return true;
            }
        }
        return session.getAttribute(WAITED) != null && askAnew(question, session, realm.getId(), user.getId());
    }

    /** Waits until the node works on no other attempt of the user; from then on it works on this one. */
    private boolean waitForOthers(Question question, KeycloakSession session, RealmModel realm, UserModel user) {
        session.setAttribute(WAITED, true);
        return WaitingRoom.await(
                session.singleUseObjects(), user.getId(), () -> !question.ask(keycloaks, session, realm, user));
    }

    /** Asks in a session that has read nothing yet; a user who is gone counts as locked. */
    private boolean askAnew(Question question, KeycloakSession session, String realmId, String userId) {
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), fresh -> {
            RealmModel realm = fresh.realms().getRealm(realmId);
            fresh.getContext().setRealm(realm);
            UserModel user = fresh.users().getUserById(realm, userId);
            return user == null || question.ask(locks, fresh, realm, user);
        });
    }

    @Override
    public void failedLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo address, Set<String> categories) {
        keycloaks.failedLogin(realm, user, connection, address, categories);
    }

    @Override
    public void successfulLogin(
            RealmModel realm, UserModel user, ClientConnection connection, UriInfo address, Set<String> categories) {
        keycloaks.successfulLogin(realm, user, connection, address, categories);
    }

    @Override
    public void cleanUpPermanentLockout(KeycloakSession session, RealmModel realm, UserModel user) {
        keycloaks.cleanUpPermanentLockout(session, realm, user);
    }

    @Override
    public void close() {
        keycloaks.close();
    }

    /** One of the two questions about a user. */
    private interface Question {
        boolean ask(BruteForceProtector whom, KeycloakSession session, RealmModel realm, UserModel user);
    }
}
