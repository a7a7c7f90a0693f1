package com.micloud.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PasswordPolicyConfigException;

final class PasswordLengthTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "undefined", "8-16"})
    @DisplayName("8 to 16 holds when nothing else is said")
    void defaults(String config) {
        assertThat(PasswordLength.parse(config)).isEqualTo(new PasswordLength(8, 16));
    }

    @ParameterizedTest
    @CsvSource({"10-64, 10, 64", "' 12 - 20 ', 12, 20", "1-3, 1, 3", "8-8, 8, 8", "1-999, 1, 999"})
    void aRangeIsTaken(String config, int shortest, int longest) {
        assertThat(PasswordLength.parse(config)).isEqualTo(new PasswordLength(shortest, longest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "8-", "-16", "8..16", "8-16-20", "eight-16", "8-1000", "8–16", "٨-١٦", "null", "true"})
    void anythingElseIsRefusedWithAnExample(String config) {
        assertThatThrownBy(() -> PasswordLength.parse(config))
                .isInstanceOf(PasswordPolicyConfigException.class)
                .hasMessage("\"" + config + "\" is not a range of lengths. Write shortest-longest, for example 8-16");
    }

    @ParameterizedTest
    @CsvSource({
        "16-8, The shortest length (16) is greater than the longest (8)",
        "0-16, A password length lies between 1 and 999",
        "1-2, No password of at most 2 characters can hold the 3 kinds of character that are required"
    })
    void anImpossibleRangeIsRefusedWithTheReason(String config, String reason) {
        assertThatThrownBy(() -> PasswordLength.parse(config))
                .isInstanceOf(PasswordPolicyConfigException.class)
                .hasMessage(reason);
    }

    @Test
    void anEnormousValueIsNotRepeatedInFull() {
        assertThatThrownBy(() -> PasswordLength.parse("9".repeat(100_000)))
                .isInstanceOf(PasswordPolicyConfigException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(150));
    }

    @Test
    void isWrittenAsItIsRead() {
        assertThat(PasswordLength.parse(PasswordLength.DEFAULT.asConfig())).isEqualTo(PasswordLength.DEFAULT);
    }
}
