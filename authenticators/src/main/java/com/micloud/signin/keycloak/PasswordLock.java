package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

/**
 * Keycloak's brute-force detection, except that what locks a user's password for a while does not stop the user's
 * provider: else whoever knows a username could keep its owner from single sign-on by guessing.
 */
final class PasswordLock implements BruteForceProtector {

    private final BruteForceProtector keycloaks;

    PasswordLock(BruteForceProtector keycloaks) {
        this.keycloaks = keycloaks;
    }

    @Override
    public boolean isTemporarilyDisabled(KeycloakSession session, RealmModel realm, UserModel user) {
        return BrokerCallback.current(session).isEmpty() && keycloaks.isTemporarilyDisabled(session, realm, user);
    }

    @Override
    public boolean isPermanentlyLockedOut(KeycloakSession session, RealmModel realm, UserModel user) {
        return keycloaks.isPermanentlyLockedOut(session, realm, user);
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
}
