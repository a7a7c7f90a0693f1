package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every page, ours or inherited. */
final class EveryPageTest {

    /** Templates of the parent that are not pages. */
    private static final Set<String> PARTS = Set.of(
            "cli_splash.ftl",
            "footer.ftl",
            "passkeys.ftl",
            "password-commons.ftl",
            "register-commons.ftl",
            "template.ftl",
            "theme-resources.ftl",
            "user-profile-commons.ftl");

    private static final Renderer RENDERER = new Renderer(new ThemeChain("login"));

    static List<Page> all() {
        return GoldenPages.all();
    }

    static List<Page> ours() {
        return GoldenPages.ours();
    }

    @ParameterizedTest
    @MethodSource("all")
    void saysWhatItIs(Page page) {
        Document document = draw(page);
        assertThat(document.select("html").attr("lang")).isEqualTo(page.language());
        assertThat(document.select("html").attr("dir"))
                .isEqualTo(page.language().equals("ar") ? "rtl" : "ltr");
        assertThat(document.select("h1")).hasSize(1);
        String heading = document.select("h1").text();
        assertThat(heading).isNotBlank();
        assertThat(document.title()).contains(heading).doesNotContain("<");
        assertThat(document.select("main")).hasSize(1);
        assertThat(document.body().attr("data-page-id"))
                .isEqualTo("login-" + page.template().replace(".ftl", ""));
    }

    @ParameterizedTest
    @MethodSource("all")
    void announcesAnErrorInTitleAndText(Page page) {
        Document document = draw(page);
        boolean failed = page.model().get("message") instanceof Beans.Message message
                && message.getType().equals("error");
        String prefix = new ThemeChain("login").messages(page.language()).getProperty("micloudErrorPrefix");
        assertThat(document.title().startsWith(prefix)).isEqualTo(failed);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void hasNoIdTwice(Page page) {
        assertThat(draw(page).select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void loadsOneStyleSheetAndNothingFromElsewhere(Page page) {
        Document document = draw(page);
        assertThat(document.select("link[rel=stylesheet]")).hasSize(1);
        assertThat(document.head().select("link, script[src]").eachAttr("href"))
                .allSatisfy(address -> assertThat(address).startsWith("resources/"));
        assertThat(document.outerHtml()).doesNotContain("patternfly", "fonts.googleapis");
    }

    @ParameterizedTest
    @MethodSource("all")
    void offersTheOtherLanguages(Page page) {
        Document document = draw(page);
        assertThat(document.select("#kc-locale [name=kc_locale]").eachAttr("value"))
                .isEqualTo(document.select("#kc-locale button").eachAttr("lang"))
                .hasSize(ThemeChain.LANGUAGES.size() - 1)
                .doesNotContain(page.language());
        assertThat(document.select("#kc-locale form").attr("action"))
                .isEqualTo("/realms/micloud/login-actions/authenticate");
        assertThat(document.select("#kc-locale [type=hidden]").eachAttr("name")).containsExactly("client_id", "tab_id");
    }

    @ParameterizedTest
    @MethodSource("ours")
    void showsItsErrorOnceAsAnAlert(Page page) {
        Document document = draw(page);
        boolean failed = page.model().get("message") instanceof Beans.Message message
                && message.getType().equals("error");
        assertThat(document.select("#error[role=alert]")).hasSize(failed ? 1 : 0);
        for (Element field : document.select("[aria-invalid=true]")) {
            assertThat(field.attr("aria-describedby").split(" "))
                    .anySatisfy(id -> assertThat(document.getElementById(id))
                            .isNotNull()
                            .extracting(Element::text)
                            .asString()
                            .isNotBlank());
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void namesEveryField(Page page) {
        Document document = draw(page);
        for (Element field : document.select("input:not([type=hidden]):not([aria-hidden]), select")) {
            Elements labels = field.hasAttr("aria-labelledby")
                    ? document.select("#" + field.attr("aria-labelledby"))
                    : document.select("label[for=" + field.id() + "]");
            assertThat(labels).as("label of %s", field.id()).hasSize(1);
        }
        for (Element button : document.select("main button, main a[href]")) {
            assertThat(button.text() + button.attr("aria-label")).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("ours")
    void focusesAtMostOneField(Page page) {
        assertThat(draw(page).select("[autofocus]").size()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("ours")
    void runsUnderAPolicyWithoutInlineScriptAndStyle(Page page) {
        Document document = draw(page);
        // Browsers take an import map, which Keycloak's passkey modules need, from the page only.
        assertThat(document.select("script:not([src]):not([type=importmap])")).isEmpty();
        assertThat(document.select("style, [style]")).isEmpty();
        assertThat(document.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(Attribute::getKey)
                        .filter(name -> name.startsWith("on")))
                .isEmpty();
        assertThat(document.select("a[href^=javascript]")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void postsFormsAndNeverCutsOrBlocksPasswords(Page page) {
        Document document = draw(page);
        assertThat(document.select("main form:not([id=authn_select])"))
                .allSatisfy(form -> assertThat(form.attr("method")).isEqualTo("post"));
        assertThat(document.select("[type=password][maxlength], [autocomplete=off][type=password]"))
                .isEmpty();
    }

    @Test
    void everyTextThatATemplateAsksForExists() {
        Renderer renderer = new Renderer(new ThemeChain("login"));
        for (Page page : GoldenPages.all()) {
            renderer.render(page.template(), page.language(), page.model());
        }
        assertThat(renderer.missingMessages()).isEmpty();
    }

    @Test
    void everyPageOfTheParentIsDrawn() throws IOException {
        Set<String> pages = new TreeSet<>(new ThemeChain("login").stockTemplates());
        pages.removeAll(PARTS);
        assertThat(GoldenPages.all().stream().map(Page::template)).containsAll(pages);
    }

    /** Pages for the same step of two flows, or for the same outcome, say the same. */
    private static final Set<Set<String>> ALIKE = Set.of(
            Set.of("login-username.ftl", "login.ftl"),
            Set.of("code.ftl", "error.ftl"),
            Set.of("info.ftl", "update-email.ftl"),
            Set.of("info.ftl", "micloud-signed-out.ftl"),
            Set.of("micloud-reset-username.ftl", "login-reset-password.ftl"),
            Set.of("webauthn-authenticate.ftl", "login-passkeys-conditional-authenticate.ftl"),
            Set.of("micloud-single-sign-on.ftl", "select-authenticator.ftl"));

    @Test
    void everyPageHasATitleOfItsOwn() {
        Map<String, Set<String>> pages = new TreeMap<>();
        for (Page page : GoldenPages.all()) {
            if (page.language().equals("en")) {
                pages.computeIfAbsent(draw(page).title(), any -> new TreeSet<>())
                        .add(page.template());
            }
        }
        pages.values().removeIf(templates -> templates.size() == 1 || ALIKE.contains(templates));
        assertThat(pages).isEmpty();
    }

    @Test
    void everyStateHasANameOfItsOwn() {
        assertThat(GoldenPages.all().stream().map(Page::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void printsWhateverItIsGivenAsText(Page page) {
        Document document = draw(page);
        assertThat(document.select("x-hostile")).isEmpty();
        assertThat(document.select("[onhostile]")).isEmpty();
        assertThat(document.outerHtml()).contains(Hostile.MARK);
    }

    static Stream<Page> hostile() {
        return GoldenPages.ours().stream()
                .filter(page -> page.model().containsKey("micloud")
                        && !((Map<?, ?>) page.model().get("micloud")).isEmpty())
                .map(Hostile::make);
    }

    private static Document draw(Page page) {
        return Jsoup.parse(RENDERER.render(page.template(), page.language(), page.model()));
    }
}
