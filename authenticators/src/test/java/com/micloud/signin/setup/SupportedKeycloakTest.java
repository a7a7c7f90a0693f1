package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.setup.SupportedKeycloak.Findings;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SupportedKeycloakTest {

    private final AtomicInteger looks = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"26.7.0", "26.7.3", "26.7.3.redhat-00001", "26.7.99"})
    void takesWhatWasTestedWithoutALook(String version) {
        assertThatCode(() -> require(version, List.of("gone"))).doesNotThrowAnyException();
        assertThat(looks).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.8.0", "26.10.0", "26.70.0", "27.0.0", "999.0.0-SNAPSHOT"})
    void takesWhatWasNeverTestedAfterALook(String version) {
        assertThatCode(() -> require(version, List.of())).doesNotThrowAnyException();
        assertThat(looks).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.8.0", "27.0.0", "999.0.0-SNAPSHOT"})
    void refusesWhatWasNeverTestedAndLacksSomething(String version) {
        assertThatThrownBy(() -> require(version, List.of("class org.keycloak.Gone", "part micloud-guard (Kind)")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("never tested on Keycloak " + version + ", and does not start on it")
                .hasMessageContaining("2 of the things that it uses are missing or not in use:"
                        + " class org.keycloak.Gone; part micloud-guard (Kind).")
                .hasMessageContaining("Run Keycloak 26.7, or a release");
    }

    @Test
    void namesTheFirstOfManyThatAreMissing() {
        var missing = IntStream.range(0, 300).mapToObj(i -> "class Gone" + i).toList();
        assertThatThrownBy(() -> require("26.8.0", missing))
                .hasMessageContaining("300 of the things")
                .hasMessageContaining("class Gone9; ....")
                .hasMessageNotContaining("class Gone10");
    }

    @ParameterizedTest
    @ValueSource(strings = {"26.6.4", "26.4.7", "26.0.0", "25.9.9", "1.0.0", "", "unknown"})
    void refusesWhatIsOldOrCannotBeTold(String version) {
        assertThatThrownBy(() -> require(version, List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs Keycloak 26.7 or newer, and this is " + version + ".");
        assertThat(looks).hasValue(0);
    }

    private void require(String version, List<String> missing) {
        SupportedKeycloak.require(version);
        SupportedKeycloak.look(version, () -> {
            looks.incrementAndGet();
            return new Findings("Looked.", missing);
        });
    }
}
