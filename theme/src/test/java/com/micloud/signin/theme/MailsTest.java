package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mail that Keycloak sends, in both parts and in every language. */
final class MailsTest {

    static final List<String> LANGUAGES = ThemeChain.LANGUAGES;

    private static final ThemeChain EMAIL = new ThemeChain("email");

    private final Renderer renderer = new Renderer(EMAIL);

    static List<Mail> mails() {
        return Mail.all();
    }

    @Test
    void knowsEveryMailOfKeycloak() throws IOException {
        Set<String> ours = Mail.all().stream()
                .map(Mail::template)
                .filter(name -> !name.startsWith("micloud-"))
                .collect(Collectors.toSet());
        Set<String> stock = EMAIL.stockTemplates().stream()
                .map(name -> name.replaceFirst("^(html|text)/", "").replaceFirst("\\.ftl$", ""))
                .filter(name -> !name.equals("template"))
                .collect(Collectors.toSet());
        assertThat(ours).isEqualTo(stock);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hasOneFrameInEveryLanguage(Mail mail) {
        for (String language : LANGUAGES) {
            String html = html(mail, language);
            Document document = Jsoup.parse(html);
            String direction = language.equals("ar") ? "rtl" : "ltr";
            assertThat(html.strip()).startsWith("<!DOCTYPE html>");
            // Web mail programs throw html and body away.
            for (Element element : document.select("html, body > div")) {
                assertThat(element.attr("lang")).isEqualTo(language);
                assertThat(element.attr("dir")).isEqualTo(direction);
            }
            assertThat(document.select("body > div")).hasSize(1);
            assertThat(document.title()).isEqualTo(mail.subjectLine(language));
            assertThat(document.select("h1").eachText()).containsExactly(mail.subjectLine(language));
            assertThat(document.select(".soft").last().text())
                    .isEqualTo(EMAIL.own(language).getProperty("micloudMailFooter"));
            assertThat(document.select("h1 ~ *").text()).isNotBlank();
        }
        assertThat(renderer.missingMessages())
                .filteredOn(key -> !key.startsWith("micloudMailReason."))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void isWhatMailProgramsKeep(Mail mail) {
        for (String language : LANGUAGES) {
            assertThat(new MailLint(html(mail, language)).faults()).as(language).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hasTheColoursOfTheRealmAndNoneOfOurs(Mail mail) {
        Map<String, Object> model = new HashMap<>(mail.model("en"));
        model.put(
                "micloudBrand",
                Map.of(
                        "light", Map.of("brand", "#ffd400", "onBrand", "#0a0f14", "edge", "#a08400", "link", "#5c4b00"),
                        "dark",
                                Map.of(
                                        "brand", "#ffe680", "onBrand", "#0a0f15", "edge", "#ffe680", "link",
                                        "#ffe681")));
        String html = renderer.render("html/" + mail.template() + ".ftl", "en", model);
        assertThat(html)
                .contains(".text a { color: #5c4b00 }", "font-weight:600;color:#5c4b00")
                .contains(".text a { color: #ffe681 !important }", ".button { background: #ffe680 !important }")
                .doesNotContain("#0b4a8f", "#9ccbff");
        if (mail.hasLink()) {
            assertThat(html).contains("bgcolor=\"#ffd400\"", "1px solid #a08400", "color:#0a0f14;text-decoration");
        }
        assertThat(new MailLint(html).faults()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void saysTheSameInBothParts(Mail mail) {
        for (String language : LANGUAGES) {
            Document html = Jsoup.parse(html(mail, language));
            String text = text(mail, language).replaceAll("\\s+", " ");
            for (Element part : html.select("h1, .text > p:not(:has(a)), li, .button a, th, td.ink, td.soft")) {
                assertThat(text).as(language).contains(part.text());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void isPlainInTheTextPart(Mail mail) {
        for (String language : LANGUAGES) {
            String text = text(mail, language);
            assertThat(text).as(language).doesNotContain("&amp;", "&#", "&lt;", "&quot;", "<", "micloudMail");
            assertThat(text).as(language).doesNotContain("\n\n\n").doesNotContainPattern("(?m)^[ \\t]+\\S");
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void hasAButtonAndTheSameAddressToRead(Mail mail) {
        for (String language : LANGUAGES) {
            Document html = Jsoup.parse(html(mail, language));
            if (mail.hasLink()) {
                assertThat(html.select("a").eachAttr("href")).containsExactly(Mail.LINK, Mail.LINK);
                assertThat(html.select("a").last().text()).isEqualTo(Mail.LINK);
                assertThat(text(mail, language).lines()).contains(Mail.LINK);
            } else {
                assertThat(html.select("a")).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void carriesTheCodeOfAResetOnALineOfItsOwn(String language) {
        Mail mail = named("micloud-password-reset");
        assertThat(Jsoup.parse(html(mail, language)).select(".code").eachText()).containsExactly("012345");
        assertThat(text(mail, language).lines())
                .contains("012345")
                .anySatisfy(line -> assertThat(line).contains("14").contains("16"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void tellsOfNoCodeWhereAResetIsByLinkOnly(String language) {
        Mail mail = named("micloud-password-reset-by-link");
        assertThat(Jsoup.parse(html(mail, language)).select(".code")).isEmpty();
        assertThat(text(mail, language))
                .contains(Mail.LINK)
                .doesNotContain(EMAIL.own(language).getProperty("micloudResetCodeLead"));
        assertThat(text(mail, language).lines())
                .anySatisfy(line -> assertThat(line).contains("14"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void namesTheServicesThatSignThePersonInWhereThereIsNoPassword(String language) {
        assertThat(text(named("micloud-password-elsewhere"), language))
                .contains("Contoso Azure AD", "bob@partner.example")
                .doesNotContain("http");
    }

    /** The mailbox may be a stranger's. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void namesNobodyToAnAddressThatHasToBeConfirmed(String language) {
        for (String name : List.of(
                "micloud-confirm-address", "micloud-confirm-address-username", "micloud-confirm-address-email")) {
            assertThat(html(named(name), language) + text(named(name), language))
                    .as(name)
                    .contains(Mail.NEW_ADDRESS)
                    .doesNotContain("bob@partner.example", "Partner");
            assertThat(text(named(name), language)).contains("30");
        }
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void tellsWhatIsAskedForFromWhatIsDone(String language) {
        List<String> texts = Mail.all().stream()
                .filter(mail -> mail.template().equals("micloud-record-change") && mail.hasLink())
                .map(mail -> text(mail, language))
                .toList();
        assertThat(texts).hasSize(6).doesNotHaveDuplicates().allSatisfy(text -> assertThat(text)
                .contains(Mail.NEW_ADDRESS, "192.0.2.1", "Firefox, Windows")
                .contains(EMAIL.own(language).getProperty("micloudMailNotYou")));
        String waits = EMAIL.own(language).getProperty("micloudMailRecordWaits").replace("{0}", Mail.NEW_ADDRESS);
        assertThat(texts.stream().filter(text -> text.contains(waits))).hasSize(3);
        assertThat(text(named("micloud-record-changed-unseen"), language))
                .doesNotContain(EMAIL.own(language).getProperty("micloudMailBrowser") + ":")
                .doesNotContain(EMAIL.own(language).getProperty("micloudMailFrom") + ":");
    }

    private static Mail named(String name) {
        return Mail.all().stream()
                .filter(mail -> mail.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("mails")
    void givesTimesWithTheirZone(Mail mail) {
        if (mail.own().containsKey("event") || mail.own().containsKey("when")) {
            for (String language : LANGUAGES) {
                assertThat(Jsoup.parse(html(mail, language)).select("td.ink").eachText())
                        .as(language)
                        .anyMatch(fact -> fact.contains("UTC"));
                assertThat(text(mail, language)).as(language).contains("UTC");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void showsHostileValuesAsTheyAre(Mail mail) {
        Map<String, Object> model = hostile(mail.model("en"));
        Document html = Jsoup.parse(renderer.render("html/" + mail.template() + ".ftl", "en", model));
        assertThat(html.select("script, img, form, iframe, object")).isEmpty();
        String text = renderer.render("text/" + mail.template() + ".ftl", "en", model);
        assertThat(text.lines()).noneMatch(line -> line.startsWith("Injected"));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void readsFromRightToLeftThoughKeycloakSaysOtherwise(String language) {
        String align = language.equals("ar") ? "right" : "left";
        assertThat(Jsoup.parse(html(Mail.all().get(0), language))
                        .select("td.name, td.text, td.soft")
                        .eachAttr("align"))
                .containsOnly(align);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "fa"})
    void isReadAsEnglishInALanguageThatWeHaveNoTextsIn(String language) {
        for (Mail mail : Mail.all()) {
            Document html = Jsoup.parse(html(mail, language));
            for (Element element : html.select("html, [role=article]")) {
                assertThat(element.attr("lang")).isEqualTo("en");
                assertThat(element.attr("dir")).isEqualTo("ltr");
            }
            assertThat(html.text()).contains(EMAIL.own("en").getProperty("micloudMailFooter"));
        }
    }

    @Test
    void givesTimesInTheZoneThatTheThemeNames() {
        Mail mail = Mail.all().stream()
                .filter(one -> one.name().equals("event-update_password"))
                .findFirst()
                .orElseThrow();
        assertThat(inZone("America/Toronto", mail)).contains("11:45:07").contains("EST");
        // A misspelt zone costs nobody a mail.
        assertThat(inZone("Nowhere/Land", mail)).contains("4:45:07").contains("GMT");
    }

    private static String inZone(String zone, Mail mail) {
        Renderer renderer = new Renderer(EMAIL, Map.of("micloudMailTimeZone", zone));
        return renderer.render("text/" + mail.template() + ".ftl", "en", mail.model("en"));
    }

    private String html(Mail mail, String language) {
        String html = renderer.render("html/" + mail.template() + ".ftl", language, mail.model(language));
        assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(12 * 1024);
        return html;
    }

    private String text(Mail mail, String language) {
        return renderer.render("text/" + mail.template() + ".ftl", language, mail.model(language));
    }

    /** Everything that somebody else may have chosen is markup, with a line of its own. */
    private static Map<String, Object> hostile(Map<String, Object> model) {
        String value = "<script>x</script><img src=x>\n\nInjected";
        Map<String, Object> hostile = new HashMap<>(model);
        for (String key : List.of(
                "realmName",
                "subject",
                "newEmail",
                "firstName",
                "lastName",
                "code",
                "reason",
                "identityProviderDisplayName",
                "credentialScopeDisplayName",
                "username",
                "providers",
                "address",
                "browser",
                "newAddress")) {
            hostile.replace(key, value);
        }
        hostile.replace("organization", Map.of("name", value));
        hostile.replace("identityProviderContext", Map.of("username", value));
        return hostile;
    }
}
