package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that every page loads: their names, their weight, and what must not be in them. */
final class ResourcesTest {

    private static final ThemeChain LOGIN = new ThemeChain("login");
    private static final int KILOBYTE = 1024;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "styles",
                "scripts",
                "micloudGoScript",
                "micloudAccountsScript",
                "micloudCodesScript",
                "micloudValuesScript",
                "micloudPasskeysScript",
                "favIcon"
            })
    void carriesTheHashOfItsContentInItsName(String property) throws IOException, NoSuchAlgorithmException {
        String path = LOGIN.properties().getProperty(property);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(content(path)))
                .substring(0, 8);
        assertThat(path.split("\\."))
                .as("%s has changed: rename it, in theme.properties too", path)
                .hasSize(3)
                .contains(hash);
        assertThat(path).matches(LOGIN.properties().getProperty("contentHashPattern"));
    }

    @Test
    void styleSheetIsSmall() throws IOException {
        byte[] css = content(LOGIN.properties().getProperty("styles"));
        assertThat(css.length).isLessThanOrEqualTo(8 * KILOBYTE);
        assertThat(zipped(css)).isLessThanOrEqualTo(2560);
    }

    @Test
    void scriptIsSmallTogetherWithTheOneItLoads() throws IOException {
        byte[] own = content(LOGIN.properties().getProperty("scripts"));
        assertThat(zipped(own) + zipped(content("js/authChecker.js"))).isLessThanOrEqualTo(2 * KILOBYTE);
    }

    @Test
    void firstVisitIsLight() throws IOException {
        int files = 0;
        for (String property : List.of("styles", "scripts", "favIcon")) {
            files += zipped(content(LOGIN.properties().getProperty(property)));
        }
        files += zipped(content("js/authChecker.js"));
        for (String template : List.of("login-username", "login-password-sso", "accounts-three", "micloud-refused")) {
            Page page = GoldenPages.named(template);
            int html = new Renderer(LOGIN)
                    .render(page.template(), page.language(), page.model())
                    .getBytes(StandardCharsets.UTF_8)
                    .length;
            assertThat(html).as(template).isLessThanOrEqualTo(5 * KILOBYTE);
            assertThat(files + html).as(template).isLessThanOrEqualTo(11 * KILOBYTE);
        }
    }

    @Test
    void styleSheetReadsTheSameInBothDirections() throws IOException {
        String css = new String(content(LOGIN.properties().getProperty("styles")), StandardCharsets.UTF_8);
        assertThat(css)
                .doesNotContainPattern("(margin|padding|border)-(left|right)")
                .doesNotContainPattern("[{; ](left|right):")
                .doesNotContainPattern("text-align: (left|right)")
                .doesNotContain("@import", "http:/" + "/fonts");
    }

    private static byte[] content(String path) throws IOException {
        try (InputStream in = LOGIN.find("resources/" + path).orElseThrow().openStream()) {
            return in.readAllBytes();
        }
    }

    private static int zipped(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.size();
    }
}
