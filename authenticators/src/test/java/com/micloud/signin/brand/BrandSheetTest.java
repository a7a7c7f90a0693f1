package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The style sheet of a brand")
final class BrandSheetTest {

    private static final Accents YELLOW = new Accents(new Color(0xffd400), new Color(0xffe680));

    @Test
    @DisplayName("follows from its name alone")
    void named() {
        for (Optional<Accents> accents : java.util.List.of(Optional.of(YELLOW), Optional.<Accents>empty())) {
            BrandSheet sheet = BrandSheet.of(accents);
            BrandSheet again = BrandSheet.named(sheet.name()).orElseThrow();
            assertThat(again.name()).isEqualTo(sheet.name());
            assertThat(again.text()).isEqualTo(sheet.text());
        }
        assertThat(BrandSheet.of(Optional.of(YELLOW)).name()).matches("ffd400-ffe680\\.[0-9a-f]{8}\\.css");
    }

    @Test
    @DisplayName("of another version is this version's for the same colours")
    void otherVersion() {
        assertThat(BrandSheet.named("ffd400-ffe680.00000000.css")).hasValueSatisfying(sheet -> assertThat(sheet.text())
                .isEqualTo(BrandSheet.of(Optional.of(YELLOW)).text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "own.css",
                "ffd400.12345678.css",
                "FFD400-FFE680.12345678.css",
                "ffd400-ffe68g.12345678.css",
                "ffd400-ffe680.1234567.css",
                "ffd400-ffe680.12345678.css.map",
                "own.12345678.css\n",
                "../own.12345678.css",
                "}body{display:none}.12345678.css"
            })
    @DisplayName("has no other name")
    void unknown(String name) {
        assertThat(BrandSheet.named(name)).isEmpty();
    }

    @Test
    @DisplayName("has colours in both modes, loads nothing and is small")
    void content() {
        assertThat(BrandSheet.of(Optional.of(YELLOW)).text())
                .startsWith(":root{--brand:#ffd400;")
                .contains("@media (prefers-color-scheme:dark){:root[data-dark]{--brand:#ffe680;")
                .doesNotContain("url(", "@import", "!important", "http")
                .hasSizeLessThan(1024);
        assertThat(BrandSheet.of(Optional.empty()).text()).doesNotContain("--brand", "#");
    }
}
