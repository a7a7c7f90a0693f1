package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A colour")
final class ColorTest {

    @Test
    @DisplayName("is written as # and six hex digits")
    void written() {
        assertThat(Color.parse("#0B4a8f"))
                .hasValueSatisfying(color -> assertThat(color).hasToString("#0b4a8f"));
        assertThat(Color.parse("#000000")).contains(new Color(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "0b4a8f",
                "#0b4a8",
                "#0b4a8f0",
                "#0b4a8f ",
                "#0b4",
                "#0b4a8g",
                "red",
                "rgb(1,2,3)",
                "var(--bad)",
                "#0b4a8f;}body{display:none",
                "#0b4a8f\n#ffffff",
                "#0b4a8f\n",
                "</style><script>alert(1)</script>",
                "url(https://attacker.example/a.png)",
                "#\uff10b4a8f",
                "expression(alert(1))"
            })
    @DisplayName("is nothing else")
    void refused(String text) {
        assertThat(Color.parse(text)).isEmpty();
    }

    @Test
    @DisplayName("has the contrast to others that WCAG 2 says")
    void contrast() {
        assertThat(Color.WHITE.contrast(new Color(0))).isEqualTo(21, within(1e-9));
        assertThat(new Color(0x777777).contrast(Color.WHITE)).isEqualTo(4.48, within(0.005));
        assertThat(new Color(0xff0000).contrast(Color.WHITE)).isEqualTo(4.0, within(0.005));
        assertThat(Color.WHITE.contrast(Color.WHITE)).isEqualTo(1, within(1e-9));
    }

    @Test
    @DisplayName("comes back from its shade as it was, to the eye")
    void shade() {
        for (int rgb = 0; rgb <= 0xffffff; rgb += 4099) {
            Color color = new Color(rgb);
            assertThat(Shade.of(color).color().contrast(color)).as("%s", color).isLessThan(1.02);
        }
    }
}
