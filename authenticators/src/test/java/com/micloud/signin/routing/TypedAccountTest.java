package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.account.Account;
import com.micloud.signin.routing.TypedAccount.Ambiguous;
import com.micloud.signin.routing.TypedAccount.One;
import com.micloud.signin.routing.TypedAccount.Unknown;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Typed text means an account")
final class TypedAccountTest {

    private static final Account ACME = account("100100", "");
    private static final Account BIRCH = account("100200", "BIRCH");
    private static final Account TWIN_A = account("300100", "Twin");
    private static final Account TWIN_B = account("300200", "twin");
    private static final Account DECOY = account("400100", "100100");

    private static final List<Account> ACCOUNTS = List.of(DECOY, ACME, BIRCH, TWIN_A, TWIN_B);

    @ParameterizedTest
    @ValueSource(strings = {"BIRCH", "birch", "  Birch\t", "100200"})
    @DisplayName("by number or label, whatever the case and the blanks around it")
    void byLabel(String typed) {
        assertThat(TypedAccount.find(ACCOUNTS, typed)).isEqualTo(new One(BIRCH));
    }

    @Test
    @DisplayName("by its number rather than by another's label that looks like it")
    void numberWins() {
        assertThat(TypedAccount.find(ACCOUNTS, "100100")).isEqualTo(new One(ACME));
    }

    @Test
    @DisplayName("not at all when several share the label")
    void ambiguous() {
        assertThat(TypedAccount.find(ACCOUNTS, "TWIN")).isEqualTo(new Ambiguous());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1001", "BIRCHES", "999999"})
    @DisplayName("not at all when it is neither")
    void unknown(String typed) {
        assertThat(TypedAccount.find(ACCOUNTS, typed)).isEqualTo(new Unknown());
    }

    private static Account account(String number, String label) {
        return new Account("id-" + number, number, "Name of " + number, label, true, "");
    }
}
