package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The version that an application declares")
final class AppVersionTest {

    @ParameterizedTest(name = "opened by [{0}], goes on as [{1}]: {2}")
    @CsvSource({
        ", , true",
        ", '', true",
        "'', , true",
        "1.0, , true",
        "1.0, '', true",
        "1.0, 1.0, true",
        "1.0, 1.1, false",
        "1.0, '1.0 ', false",
        "v1, V1, false",
        ", 1.0, false",
        "'', 1.0, false",
        "-, 1.0, false",
        "1.0, -, false",
        ", -, false",
        "' ', , true",
        ", ' ', false"
    })
    @DisplayName("goes on in a session of the same version, and where it declares none")
    void continues(String opened, String declared, boolean expected) {
        assertThat(declared(declared).continues(declared(opened))).isEqualTo(expected);
    }

    @Test
    @DisplayName("is kept as one word of the same length, whatever the application sends")
    void hashed() {
        assertThat(declared("1").text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(declared("1 ".repeat(5000)).text()).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    @DisplayName("is a dash where there is none, as tokens of earlier versions have it")
    void none() {
        assertThat(declared(null).text()).isEqualTo("-");
        assertThat(declared("")).isEqualTo(AppVersion.none());
    }

    @Test
    @DisplayName("is the same in every release, so that a new one signs nobody out")
    void stable() {
        assertThat(declared("1.0").text()).isEqualTo("0P9ZdLaqUs9WK-pZIYQMAyqGCpGjUS9_6Pdo9rvgBfY");
    }

    private static AppVersion declared(String parameter) {
        return AppVersion.declared(Optional.ofNullable(parameter));
    }
}
