package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A setting that is wrong")
final class MistakeTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvSource({"blue, blue", "'a\nb', a b", "'a\u202eb', a b", "'', ''"})
    @DisplayName("is quoted in one line of the log")
    void quoted(String value, String line) {
        assertThat(Mistake.quoted(value)).isEqualTo("'" + line + "'");
    }

    @Test
    @DisplayName("is quoted up to 80 characters")
    void shortened() {
        assertThat(Mistake.quoted("a".repeat(80))).isEqualTo("'" + "a".repeat(80) + "'");
        assertThat(Mistake.quoted("a".repeat(81))).isEqualTo("'" + "a".repeat(80) + "...'");
    }
}
