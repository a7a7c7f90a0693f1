package com.micloud.signin.policy;

import org.keycloak.credential.hash.PasswordHashProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The user's current password, known by its hash only.
 *
 * <p>It is compared as Keycloak's history policy does and not by a sign-in: nothing is counted, nothing is hashed anew,
 * and no directory behind the user is asked. Each hash says how it was made, so a realm that has changed its way of
 * hashing since is no obstacle.
 */
final class CurrentPassword {

    private final KeycloakSession session;
    private final UserModel user;

    CurrentPassword(KeycloakSession session, UserModel user) {
        this.session = session;
        this.user = user;
    }

    /** Whether this is it; never for a user who has none. */
    boolean is(String password) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .map(PasswordCredentialModel::createFromCredentialModel)
                .anyMatch(stored -> {
                    PasswordHashProvider hash = session.getProvider(
                            PasswordHashProvider.class,
                            stored.getPasswordCredentialData().getAlgorithm());
                    return hash != null && hash.verify(password, stored);
                });
    }
}
