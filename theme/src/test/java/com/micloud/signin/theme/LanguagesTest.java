package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What is said in which language, in those that we have texts in and in all others. */
@DisplayName("The languages")
final class LanguagesTest {
    private static final Pattern ASKED_FOR = Pattern.compile("msg\\(\"([^\"]+)\"");

    @Test
    @DisplayName("are in the docs as they are: paste what was expected between the two comments there")
    void docs() throws IOException {
        String docs = Files.readString(Path.of("../docs/theme.md"));
        Matcher table = Pattern.compile("<!-- languages -->\\s*(.*?)\\s*<!-- end of languages -->", Pattern.DOTALL)
                .matcher(docs);
        assertThat(table.find()).isTrue();
        assertThat(table.group(1)).isEqualTo(String.join("\n", new LanguageTable().lines()));
    }

    @ParameterizedTest
    @FieldSource("com.micloud.signin.theme.ThemeChain#LANGUAGES")
    @DisplayName("of ours have every text that a template of ours asks for by its name")
    void asked(String language) throws IOException {
        for (String type : List.of("login", "email")) {
            ThemeChain theme = new ThemeChain(type);
            for (String key : askedFor(type)) {
                theme.origin(key, language).ifPresent(origin -> assertThat(origin.language())
                        .as("%s, %s", key, language)
                        .isIn(language, language.replaceFirst("-.*", "")));
            }
        }
    }

    @Test
    @DisplayName("that we have no texts in are in Keycloak's words where it has some, and in English elsewhere")
    void fallBack() {
        Document page = Jsoup.parse(new Renderer(new ThemeChain("login"))
                .render("login.ftl", "sv", Page.of("login").model()));
        assertThat(page.select("h1").text()).isEqualTo("Logga in till ditt konto");
        assertThat(page.select("label[for=password]").text()).isEqualTo("Lösenord");
        assertThat(page.select("[data-caps]").attr("data-caps")).isEqualTo("Caps Lock is on");
    }

    @Test
    @DisplayName("that are read from right to left are so where Keycloak does not know it")
    void direction() {
        Page page = Page.of("login").in("fa");
        Document drawn = Jsoup.parse(new Renderer(new ThemeChain("login")).render(page.template(), "fa", page.model()));
        assertThat(drawn.select("html").attr("dir")).isEqualTo("rtl");
    }

    private static List<String> askedFor(String type) throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources/theme/micloud").resolve(type))) {
            List<Path> templates =
                    files.filter(file -> file.toString().endsWith(".ftl")).toList();
            assertThat(templates).isNotEmpty();
            StringBuilder all = new StringBuilder();
            for (Path template : templates) {
                all.append(Files.readString(template));
            }
            return ASKED_FOR
                    .matcher(all)
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }
}
