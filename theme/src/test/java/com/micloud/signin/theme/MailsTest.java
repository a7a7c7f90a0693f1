package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.TemplateMethodModelEx;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails that are inherited from the base theme, in our frame. */
final class MailsTest {

    private static final ThemeChain EMAIL = new ThemeChain("email");
    private static final Renderer RENDERER = new Renderer(EMAIL);
    private static final String LINK = "https://signin.example/realms/micloud/login-actions/action-token?key=abc&x=1";

    @ParameterizedTest
    @ValueSource(strings = {"password-reset", "executeActions", "email-verification", "event-update_password"})
    void hasAFrameInEveryLanguage(String mail) {
        for (String language : ThemeChain.LANGUAGES) {
            String html = RENDERER.render("html/" + mail + ".ftl", language, model(language));
            Document document = Jsoup.parse(html);
            assertThat(html.strip()).startsWith("<!DOCTYPE html>");
            assertThat(document.select("html").attr("lang")).isEqualTo(language);
            assertThat(document.select("html").attr("dir")).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(document.title()).isEqualTo("A <subject>");
            assertThat(document.select(".foot").text())
                    .isEqualTo(EMAIL.own(language).getProperty("micloudMailFooter"));
            assertThat(document.select(".text").text()).isNotBlank();
            assertThat(document.select("img")).isEmpty();
            assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(12 * 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password-reset", "executeActions", "email-verification"})
    void keepsTheLinkInBothParts(String mail) {
        assertThat(Jsoup.parse(RENDERER.render("html/" + mail + ".ftl", "en", model("en")))
                        .select(".text a")
                        .eachAttr("href"))
                .containsExactly(LINK);
        assertThat(RENDERER.render("text/" + mail + ".ftl", "en", model("en"))).contains(LINK);
    }

    static Map<String, Object> model(String language) {
        Map<String, Object> model = new HashMap<>();
        model.put("locale", Locale.forLanguageTag(language));
        model.put("ltr", !language.equals("ar"));
        model.put("subject", "A <subject>");
        model.put("realmName", "MiCloud");
        model.put("link", LINK);
        model.put("linkExpiration", 15);
        model.put("linkExpirationFormatter", (TemplateMethodModelEx) arguments -> "15 minutes");
        model.put("requiredActions", List.of("UPDATE_PASSWORD"));
        model.put("user", Map.of("firstName", "Bob", "lastName", "Partner"));
        model.put("event", Map.of("date", "1/1/26, 9:00 AM", "ipAddress", "192.0.2.1"));
        return model;
    }
}
