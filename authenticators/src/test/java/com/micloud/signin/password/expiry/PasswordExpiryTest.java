package com.micloud.signin.password.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A password that was changed on 1 March at noon and lives for 90 days")
final class PasswordExpiryTest {

    private static final PasswordExpiry EXPIRY = PasswordExpiry.after(Instant.parse("2026-03-01T12:00:00Z"), 90);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-01T12:00:00Z, false",
        "2026-05-30T11:59:59.999Z, false",
        "2026-05-30T12:00:00Z, true",
        "2027-03-01T12:00:00Z, true",
    })
    @DisplayName("has expired after 90 times 24 hours")
    void isOver(Instant now, boolean over) {
        assertThat(EXPIRY.isOver(now)).isEqualTo(over);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-01T12:00:00Z, 90",
        "2026-05-15T23:59:59.999Z, 15",
        "2026-05-16T00:00:00Z, 14",
        "2026-05-16T18:00:00Z, 14",
        "2026-05-29T00:00:00Z, 1",
        "2026-05-29T23:59:59.999Z, 1",
        "2026-05-30T00:00:00Z, 0",
        "2026-05-30T11:59:59.999Z, 0",
    })
    @DisplayName("has as many days left as there are midnights in UTC before the day on which it expires")
    void daysLeft(Instant now, int days) {
        assertThat(EXPIRY.daysLeft(now)).isEqualTo(days);
    }
}
