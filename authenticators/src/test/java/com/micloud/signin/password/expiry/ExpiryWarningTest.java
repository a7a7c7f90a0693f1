package com.micloud.signin.password.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The warning before a password expires")
final class ExpiryWarningTest {

    private static final Optional<Integer> NINETY = Optional.of(90);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "14", " 14 "})
    @DisplayName("comes 14 days before unless the realm says otherwise")
    void standard(String attribute) {
        assertThat(ExpiryWarning.of(attribute, NINETY)).isEqualTo(new ExpiryWarning(14, "", 90));
    }

    @ParameterizedTest
    @CsvSource({"0, 90, 0", "1, 90, 1", "90, 90, 90", "99, 365, 99", "5, 5, 5"})
    @DisplayName("comes as many days before as the realm says")
    void set(String attribute, int life, int days) {
        ExpiryWarning warning = ExpiryWarning.of(attribute, Optional.of(life));
        assertThat(warning.days()).isEqualTo(days);
        assertThat(warning.mistake()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "91", "1000", "99999999999999999999", "soon", "1.5", "١٤", "+7", "0x7", "7 days"})
    @DisplayName("comes 14 days before where the realm says something that means nothing, and this is known")
    void mistaken(String attribute) {
        assertThat(ExpiryWarning.of(attribute, NINETY)).isEqualTo(new ExpiryWarning(14, attribute, 90));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "13, 13", "14, 14", "15, 14"})
    @DisplayName("is never longer than passwords live")
    void shortLife(int life, int days) {
        assertThat(ExpiryWarning.of(null, Optional.of(life)).days()).isEqualTo(days);
    }
}
