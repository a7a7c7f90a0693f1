package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pace of answers to usernames, codes and passwords")
final class PaceTest {

    @ParameterizedTest(name = "of {0} ms after {1} ms for {2} ms")
    @DisplayName("waits for the next beat")
    @CsvSource({
        "50, 0, 50",
        "50, 1, 49",
        "50, 49, 1",
        "50, 50, 50",
        "50, 51, 49",
        "50, 1234, 16",
        "500, 0, 500",
        "500, 35, 465",
        "500, 190, 310",
        "500, 499, 1",
        "500, 500, 500",
        "500, 501, 499",
    })
    void rest(long beat, long elapsed, long rest) {
        assertThat(Pace.rest(Duration.ofMillis(beat), Duration.ofMillis(elapsed)))
                .isEqualTo(Duration.ofMillis(rest));
    }
}
