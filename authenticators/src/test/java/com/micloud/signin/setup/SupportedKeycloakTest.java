package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportedKeycloakTest {

    @ParameterizedTest
    @ValueSource(strings = {"26.7.0", "26.7.3", "26.7.3.redhat-00001", "26.10.0", "27.0.0", "999.0.0-SNAPSHOT"})
    void takesWhatIsNewEnough(String version) {
        assertThatCode(() -> SupportedKeycloak.require(version)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.6.4", "26.4.7", "26.0.0", "25.9.9", "1.0.0", "", "unknown"})
    void refusesWhatIsOldOrCannotBeTold(String version) {
        assertThatThrownBy(() -> SupportedKeycloak.require(version))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs Keycloak 26.7 or newer, and this is " + version + ".");
    }
}
