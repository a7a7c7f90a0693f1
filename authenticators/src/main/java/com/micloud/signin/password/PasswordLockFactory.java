package com.micloud.signin.password;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.managers.BruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtector;
import org.keycloak.services.managers.DefaultBruteForceProtectorFactory;

/** Offers {@link PasswordLock} in the place of Keycloak's own brute-force detection, which has order 0. */
public final class PasswordLockFactory extends DefaultBruteForceProtectorFactory {

    private KeycloakSessionFactory sessions;

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        super.postInit(factory);
        sessions = factory;
    }

    @Override
    public BruteForceProtector create(KeycloakSession session) {
        return new PasswordLock(super.create(session), new DefaultBruteForceProtector(sessions));
    }

    @Override
    public int order() {
        return 10;
    }
}
