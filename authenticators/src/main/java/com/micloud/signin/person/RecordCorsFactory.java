package com.micloud.signin.person;

import org.keycloak.models.KeycloakSession;

/** Makes every request to the account API and the admin API pass {@link RecordGate}. */
public final class RecordCorsFactory extends CheckedCorsFactory {

    @Override
    protected void check(KeycloakSession session) {
        RecordGate.require(session);
    }
}
