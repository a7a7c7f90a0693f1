package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.AccessToken;

@DisplayName("A token for whom a provider vouches")
final class KeycloakRightsTest {

    private final AccessToken token = new AccessToken();

    @ParameterizedTest
    @ValueSource(strings = {"account", "broker", "realm-management"})
    @DisplayName("has no roles of Keycloak's own clients, and is not meant for them")
    void taken(String client) {
        token.addAccess(client).addRole("manage-account");
        token.audience(client, "crm");
        KeycloakRights.takeFrom(token);
        assertThat(token.getResourceAccess()).isEmpty();
        assertThat(token.getAudience()).containsExactly("crm");
    }

    @ParameterizedTest
    @ValueSource(strings = {"crm", "account-console", "security-admin-console", "Account"})
    @DisplayName("keeps the roles and the audience of all others")
    void kept(String client) {
        token.addAccess(client).addRole("user");
        token.audience(client);
        KeycloakRights.takeFrom(token);
        assertThat(token.getResourceAccess()).containsOnlyKeys(client);
        assertThat(token.getAudience()).containsExactly(client);
    }

    @Test
    @DisplayName("stays without an audience where it has none")
    void withoutAudience() {
        token.addAccess("account").addRole("manage-account");
        KeycloakRights.takeFrom(token);
        assertThat(token.getResourceAccess()).isEmpty();
        assertThat(token.getAudience()).isNull();
    }

    @Test
    @DisplayName("need not be there")
    void none() {
        assertThatCode(() -> KeycloakRights.takeFrom(null)).doesNotThrowAnyException();
    }
}
