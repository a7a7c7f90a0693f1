package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An account")
final class AccountTest {

    private static final Account ACME = new Account("id-1", "AC-100", "Acme & Co", "Gold", true, "");

    @ParameterizedTest(name = "[{0}]: number {1}, label {2}, mentioned {3}")
    @CsvSource({
        "AC-100, true, false, true",
        "' ac-100 ', true, false, true",
        "AC-10, false, false, true",
        "100, false, false, true",
        "gold, false, true, true",
        "' GOLD ', false, true, true",
        "gol, false, false, true",
        "acme, false, false, true",
        "id-1, false, false, false",
        "silver, false, false, false",
        "'', false, false, true"
    })
    @DisplayName("is meant by its whole number or label, and found by any part of what is shown of it")
    void meant(String typed, boolean number, boolean label, boolean mentioned) {
        assertThat(ACME.hasNumber(typed)).isEqualTo(number);
        assertThat(ACME.hasLabel(typed)).isEqualTo(label);
        assertThat(ACME.mentions(typed)).isEqualTo(mentioned);
    }

    @Test
    @DisplayName("without a label is meant by no label, not even an empty one")
    void withoutLabel() {
        Account plain = new Account("id-1", "AC-100", "Acme", "", true, "");
        assertThat(plain.hasLabel("")).isFalse();
        assertThat(plain.hasLabel(" ")).isFalse();
        assertThat(plain.mentions("gold")).isFalse();
    }
}
