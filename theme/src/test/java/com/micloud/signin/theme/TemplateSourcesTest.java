package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates may not contain, whichever page they end up on. */
final class TemplateSourcesTest {

    private static final Path LOGIN = Path.of("src", "main", "resources", "theme", "micloud", "login");
    private static final Pattern TEXT = Pattern.compile("msg\\(\"([^\"]+)\"[,)]");

    static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(LOGIN)) {
            return files.filter(file -> file.toString().endsWith(".ftl"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void escapesAllThatItPrints(Path template) throws IOException {
        // The frame repeats the heading, which the page has escaped already; one part prints what is sanitised.
        int allowed = template.endsWith("template.ftl") ? 2 : template.endsWith("micloud-html.ftl") ? 1 : 0;
        assertThat(Files.readString(template).split("\\?no_esc", -1)).hasSize(allowed + 1);
        assertThat(Files.readString(template)).doesNotContain("<#noautoesc", "<#ftl", "<#outputformat", "?interpret");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasNoScriptOrStyleOfItsOwn(Path template) throws IOException {
        // Browsers take an import map only from the page itself.
        String source = Files.readString(template).replaceFirst("<script type=\"importmap\">", "");
        assertThat(source).doesNotContain("<script>", "<style", "javascript:", " style=");
        assertThat(source).doesNotContainPattern("<script(?![^>]* src=)");
        assertThat(source).doesNotContainPattern("\\son[a-z]+=");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void asksOnlyForTextsThatExist(Path template) throws IOException {
        Properties texts = new ThemeChain("login").messages("en");
        Matcher matcher = TEXT.matcher(Files.readString(template));
        while (matcher.find()) {
            assertThat(texts).containsKey(matcher.group(1));
        }
    }
}
