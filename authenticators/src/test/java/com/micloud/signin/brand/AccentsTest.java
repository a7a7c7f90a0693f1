package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The accent colours in an address")
final class AccentsTest {

    @Test
    @DisplayName("are read back as they were written")
    void readBack() {
        Accents accents = new Accents(new Color(0x0a5ab4), new Color(0x7fb3ff));
        assertThat(accents.digits()).isEqualTo("0a5ab4-7fb3ff");
        Accents read = Accents.fromDigits(accents.digits()).orElseThrow();
        assertThat(read.digits()).isEqualTo(accents.digits());
        assertThat(read.onLight()).isEqualTo(Palette.light(new Color(0x0a5ab4)));
        assertThat(read.onDark()).isEqualTo(Palette.dark(new Color(0x7fb3ff)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0a5ab4",
                "0a5ab47fb3ff",
                "0a5ab4-7fb3f",
                "0a5ab4-7fb3fff",
                "0a5ab4_7fb3ff",
                "0a5ab-47fb3ff",
                "0a5abg-7fb3ff",
                "0a5ab4-7fb3fx",
                "-0a5ab4-7fb3f"
            })
    @DisplayName("are not made up from other text")
    void nonsense(String digits) {
        assertThat(Accents.fromDigits(digits)).isEmpty();
    }
}
