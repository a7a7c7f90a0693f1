package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.account.Account;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.JsonWebToken;

@DisplayName("The claim about the account")
final class AccountClaimTest {

    @Test
    @DisplayName("has id, number and name, and the partner's label where there is one")
    void facts() {
        assertThat(AccountClaim.of(new Account("id-1", "100100", "Acme", "Gold", true, "password")))
                .isEqualTo(Map.of("id", "id-1", "number", "100100", "name", "Acme", "partner_label", "Gold"));
        assertThat(AccountClaim.of(new Account("id-1", "100100", "Acme", "", true, "")))
                .isEqualTo(Map.of("id", "id-1", "number", "100100", "name", "Acme"));
    }

    @Test
    @DisplayName("is read back from the token")
    void readBack() {
        Account account = new Account("id-1", "100100", "Acme", "", true, "");
        assertThat(AccountClaim.idIn(token(AccountClaim.of(account)))).contains("id-1");
    }

    static Stream<Object> others() {
        return Stream.of("id-1", List.of("id-1"), Map.of("number", "100100"), Map.of("id", 1), Map.of());
    }

    @ParameterizedTest
    @MethodSource("others")
    @DisplayName("names no account where it is something else")
    void nonsense(Object claim) {
        assertThat(AccountClaim.idIn(token(claim))).isEmpty();
    }

    @Test
    @DisplayName("names no account where it is missing")
    void missing() {
        assertThat(AccountClaim.idIn(new JsonWebToken())).isEmpty();
    }

    private static JsonWebToken token(Object claim) {
        JsonWebToken token = new JsonWebToken();
        token.getOtherClaims().put("micloud_account", claim);
        return token;
    }
}
