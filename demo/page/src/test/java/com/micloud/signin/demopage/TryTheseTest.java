package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TryTheseTest {

    @Test
    void theUsersAreThoseOfTheJar() {
        assertThat(TryThese.users())
                .extracting(TryThese::username)
                .contains("ann@acme.example", "mismatch@contoso.example")
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineWithoutThreeFieldsIsNamed() {
        assertThatThrownBy(() -> TryThese.parse("a\tb"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("try-these.tsv")
                .hasMessageContaining("a\tb");
    }
}
