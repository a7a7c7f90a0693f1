package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.real.Inspection;
import com.micloud.signin.theme.Gallery;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in every state, light and dark, in both directions, narrow and wide; a sample has no look twice. */
@DisplayName("Every page of the theme")
final class GalleryIT {
    private static List<Gallery.Drawn> pages;
    private static Inspection inspection;

    @BeforeAll
    static void look() throws IOException {
        Path folder = Settings.build().resolve("gallery");
        pages = Gallery.drawBothWays(folder.resolve("pages")).stream()
                .filter(page ->
                        Settings.whole() || page.first() || page.language().equals("en"))
                .toList();
        inspection = Inspection.of(
                folder.resolve("pages"),
                folder.resolve("pictures"),
                pages,
                "all".equals(System.getProperty("micloud.gallery.pictures")),
                Settings.whole());
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "axe, breaks no rule of axe",
        "focus, puts the focus and the red outline where the mistake is",
        "fit, 'fits at 320, 390 and 1280 pixels, at 200 % and 400 % and with wide text'",
        "style, has no control that is unstyled or too small for a finger",
        "forced colours, shows its controls and mistakes in forced colours",
        "keyboard, shows where the focus is as the Tab key goes through it"
    })
    void everyPage(String kind, String claim) {
        assertThat(inspection.findings(kind)).as(claim).isEmpty();
    }

    @Test
    @DisplayName(
            "is looked at in twelve ways; in a sample once in each state and mirrored, and twice as most people meet it")
    void looks() {
        var english =
                pages.stream().filter(page -> page.language().equals("en")).count();
        var kinds = pages.stream()
                .filter(page -> page.language().equals("en"))
                .filter(Gallery.Drawn::first)
                .count();
        assertThat((long) inspection.looks())
                .isGreaterThanOrEqualTo(Settings.whole() ? english * 12 : english + kinds * 2);
        assertThat(pages.stream().filter(Gallery.Drawn::failed).map(Gallery.Drawn::template))
                .contains("login-username", "login-otp", "register", "micloud-accounts");
    }
}
