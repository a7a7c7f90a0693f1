package com.micloud.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PasswordPolicyConfigException;

final class PasswordLengthTest {

    @ParameterizedTest
    @CsvSource({"10-64, 10, 64", "6-6, 6, 6", "8-8, 8, 8", "6-128, 6, 128"})
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
        "5-16, A password length lies between 6 and 128",
        "8-129, A password length lies between 6 and 128"
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
