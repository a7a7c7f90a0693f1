package com.micloud.signin.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The pace of answers to a username")
final class PaceTest {

    @ParameterizedTest(name = "after {0} ms for {1} ms")
    @DisplayName("waits for the next beat")
    @CsvSource({"0, 50", "1, 49", "49, 1", "50, 50", "51, 49", "1234, 16"})
    void rest(long elapsed, long rest) {
        assertThat(Pace.rest(Duration.ofMillis(elapsed))).isEqualTo(Duration.ofMillis(rest));
    }
}
