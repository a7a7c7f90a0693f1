package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a session has proved, after the password was changed,")
final class ProofsAfterChangeTest {

    private static final Map<String, Proofs.Vouched> PROVIDERS = Map.of("org-1", new Proofs.Vouched("okta", 1));

    @ParameterizedTest(name = "proved {0}, changed here {1}, last changed {2}: {3}")
    @CsvSource({
        "100, 0, 99, true",
        "100, 0, 100, false",
        "100, 0, 101, false",
        "100, 101, 101, true",
        "100, 102, 101, true",
        "100, 101, 102, false",
        "100, 0, 0, true"
    })
    @DisplayName("is the password only where it was given since, or changed in this very session")
    void password(long proved, long changedHere, long changed, boolean counts) {
        Proofs after = new Proofs(proved, changedHere, PROVIDERS).after(new PasswordChange(changed, false));
        assertThat(after.password() > 0).isEqualTo(counts);
    }

    @Test
    @DisplayName("is no password where it was removed")
    void removed() {
        assertThat(new Proofs(100, 0, PROVIDERS)
                        .after(new PasswordChange(0, true))
                        .password())
                .isZero();
    }

    @Test
    @DisplayName("is still what providers vouched for")
    void providers() {
        assertThat(new Proofs(100, 0, PROVIDERS)
                        .after(new PasswordChange(200, false))
                        .providers())
                .isEqualTo(PROVIDERS);
    }
}
