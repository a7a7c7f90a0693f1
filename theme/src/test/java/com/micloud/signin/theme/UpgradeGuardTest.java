package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page and mail on every version of Keycloak that the theme is for. */
final class UpgradeGuardTest {

    private static final ClassLoader OURS = UpgradeGuardTest.class.getClassLoader();
    private static final Path CLASSES = Path.of("target", "classes");

    @TempDir
    private Path folder;

    static Stream<KeycloakThemes> versions() {
        return KeycloakThemes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyPageAndMailIsDrawnWholeAndInOurClothes(KeycloakThemes keycloak) {
        assertThat(new UpgradeGuard(OURS, keycloak).findings()).isEmpty();
    }

    @Test
    void theNewestVersionHasEveryTextThatIsWordedAnew() {
        assertThat(new UpgradeGuard(OURS, KeycloakThemes.newest()).staleTexts()).isEmpty();
    }

    @Test
    void theVersionsAreTheOnesThatAreNamed() {
        assertThat(KeycloakThemes.all()).hasSizeGreaterThanOrEqualTo(4);
        for (KeycloakThemes keycloak : KeycloakThemes.all()) {
            assertThat(keycloak.pages()).as("pages of %s", keycloak).hasSizeGreaterThanOrEqualTo(35);
            assertThat(keycloak.mails()).as("mails of %s", keycloak).hasSizeGreaterThanOrEqualTo(15);
        }
    }

    /** What a new version may do to us, and what is then said. */
    @Test
    void whatAVersionChangesIsSaidByName() throws IOException {
        String page = "<@layout.registrationLayout>";
        String texts = "theme/base/login/messages/messages_en.properties";
        KeycloakThemes tomorrow = changed(List.of(
                added("theme/base/login/new-step.ftl", page),
                added("theme/keycloak.v2/login/newer-step.ftl", page),
                added("theme/base/email/html/news.ftl", "News"),
                added("theme/base/login/footer.ftl", "${gone}"),
                new Change(texts, "doAccept=", "doTake="),
                new Change("theme/base/login/resources/js/authChecker.js", "checkAuthSession", "checkSession")));
        assertThat(new UpgradeGuard(OURS, tomorrow).findings())
                .contains(
                        "page new-step.ftl has no template of ours",
                        "page new-step.ftl has no state in GoldenPages",
                        "page newer-step.ftl has no template of ours",
                        "mail html/news.ftl has no template of ours",
                        "mail news has no state in Mail",
                        "page terms cannot be drawn: terms.ftl: The following has evaluated to null or missing:",
                        "text doAccept is asked for by terms.ftl and missing",
                        "file js/authChecker.js has no checkAuthSession");
    }

    @Test
    void aTextThatAVersionNoLongerHasIsSaidByName() throws IOException {
        KeycloakThemes tomorrow = changed(List.of(
                new Change("theme/base/login/messages/messages_en.properties", "loginTotpStep1=", "loginTotpFirst=")));
        assertThat(new UpgradeGuard(OURS, tomorrow).staleTexts()).containsExactly("loginTotpStep1");
    }

    @Test
    void aControlWithoutAClassOfOursIsSaidByName() throws IOException {
        Path form = Path.of("theme", "micloud", "login", "micloud-form.ftl");
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = folder.resolve(CLASSES.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        String source = Files.readString(folder.resolve(form));
        Files.writeString(folder.resolve(form), source.replace("class=\"input\"", "class=\"gone\""));
        try (URLClassLoader broken =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
            assertThat(new UpgradeGuard(broken, KeycloakThemes.newest()).findings())
                    .contains("page login-username has a control without a style: #username");
        }
    }

    /** The newest themes with some files changed or added. */
    private KeycloakThemes changed(List<Change> changes) throws IOException {
        Map<String, String> files = new HashMap<>();
        Path jar = folder.resolve("keycloak-themes.jar");
        try (ZipFile old = new ZipFile(KeycloakThemes.newest().jar().toFile());
                OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Change change : changes) {
                files.put(change.file(), change.from().isEmpty() ? change.to() : change.madeIn(old));
            }
            for (ZipEntry entry : old.stream().toList()) {
                if (!files.containsKey(entry.getName())) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(old.getInputStream(entry).readAllBytes());
                }
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new KeycloakThemes("of tomorrow", jar);
    }

    private static Change added(String file, String content) {
        return new Change(file, "", content);
    }

    /** One file, with other words in it; a new one has none before. */
    private record Change(String file, String from, String to) {
        private String madeIn(ZipFile old) throws IOException {
            String before = new String(old.getInputStream(old.getEntry(file)).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(before).contains(from);
            return before.replace(from, to);
        }
    }
}
