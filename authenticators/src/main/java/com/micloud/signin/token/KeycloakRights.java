package com.micloud.signin.token;

import java.util.Arrays;
import java.util.Set;
import org.keycloak.models.Constants;
import org.keycloak.representations.AccessToken;

/**
 * The roles of Keycloak's own clients: with them a token reads and changes the person's record, administers the realm, or
 * fetches tokens of providers. A provider's word gives none of them (spec: "The person's own record", 1).
 */
final class KeycloakRights {

    private static final Set<String> CLIENTS = Set.of(
            Constants.ACCOUNT_MANAGEMENT_CLIENT_ID,
            Constants.BROKER_SERVICE_CLIENT_ID,
            Constants.REALM_MANAGEMENT_CLIENT_ID);

    private KeycloakRights() {}

    /** Takes these roles, and the audiences that come with them, out of a token; null is no token. */
    static void takeFrom(AccessToken token) {
        if (token == null) {
            return;
        }
        token.getResourceAccess().keySet().removeAll(CLIENTS);
        if (token.getAudience() != null) {
            token.audience(Arrays.stream(token.getAudience())
                    .filter(audience -> !CLIENTS.contains(audience))
                    .toArray(String[]::new));
        }
    }
}
