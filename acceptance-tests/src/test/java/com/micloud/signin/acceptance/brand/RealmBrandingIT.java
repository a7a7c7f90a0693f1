package com.micloud.signin.acceptance.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.MisconfiguredRealm;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The name, colours, logo and links of a realm")
final class RealmBrandingIT {
    private static final String HOST = "logos.micloud.example";
    private static final String LOGO = "https://" + HOST + "/acme.svg?a=1&b=2";

    private static final String WIDE_PICTURE =
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100">
            <rect width="300" height="100" rx="20" fill="#b3261e"/><circle cx="50" cy="50" r="30" fill="#fff"/></svg>
            """;

    private static final String OURS_ON_LIGHT = "rgb(11, 74, 143)";

    private static final Pattern SHEET = Pattern.compile("/realms/[^/]+/micloud-brand/[0-9a-z-]+\\.[0-9a-f]{8}\\.css");

    private StockRealm realm;
    private String application;
    private RealTab tab;

    @BeforeEach
    void meet(Portal portal, RealBrowser browser) {
        realm = new StockRealm(portal);
        application = realm.application(Map.of());
        tab = browser.tab();
    }

    @AfterEach
    void leave() {
        realm.close();
    }

    private void set(Map<String, String> attributes) {
        realm.admin()
                .changeRealm(node -> attributes.forEach(
                        (name, value) -> node.withObject("/attributes").put(name, value)));
    }

    private PlainPage page() {
        var plain = PlainTab.fresh();
        plain.open(realm.signIn(application));
        return plain.page();
    }

    private List<String> sheets(PlainPage page) {
        return page.document().select("link[rel=stylesheet]").eachAttr("href").stream()
                .filter(address -> address.contains("micloud-brand"))
                .toList();
    }

    private void prefer(ColorScheme scheme) {
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    }

    private String computed(String selector, String property) {
        return (String) tab.page()
                .locator(selector)
                .first()
                .evaluate("(element, property) => getComputedStyle(element)[property]", property);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Bright ones stay as they are; others are darkened until white words can be read on them.
                "#ffd400 | rgb(255, 212, 0) | rgb(10, 15, 20)  | rgb(255, 212, 0)",
                "#cccccc | rgb(204, 204, 204) | rgb(10, 15, 20) | rgb(204, 204, 204)",
                "#ff0000 |                  | rgb(255, 255, 255) |",
                "#000000 | rgb(0, 0, 0)     | rgb(255, 255, 255) |",
                "#0a6b4f |                  | rgb(255, 255, 255) |",
                "#7b2ff2 |                  | rgb(255, 255, 255) |"
            })
    @DisplayName("are seen in light and dark, by everybody, whatever the colour")
    void everybody(String accent, String button, String words, String buttonOnDark) {
        set(Map.of(
                "micloud.brandColor",
                accent,
                "micloud.links",
                "${micloudLinkPrivacy}=https://acme.example/privacy | ${micloudLinkTerms}=https://acme.example/terms"
                        + " | ${micloudLinkLegal}=https://acme.example/imprint",
                "micloud.supportText",
                "Acme service desk",
                "micloud.supportUrl",
                "https://help.acme.example"));
        tab.open(realm.signIn(application));
        prefer(ColorScheme.LIGHT);
        assertThat(computed("#kc-login", "color")).isEqualTo(words);
        assertThat(computed("#kc-login", "backgroundColor")).isNotEqualTo(OURS_ON_LIGHT);
        if (button != null) {
            assertThat(computed("#kc-login", "backgroundColor")).isEqualTo(button);
        }
        prefer(ColorScheme.DARK);
        assertThat(computed("#kc-login", "color")).isEqualTo("rgb(10, 15, 20)");
        if (buttonOnDark != null) {
            assertThat(computed("#kc-login", "backgroundColor")).isEqualTo(buttonOnDark);
        }
        var name = "brand-" + accent.substring(1);
        assertThat(Screens.lookByEveryRule(tab, name)).isEmpty();
        tab.fill("username", "nobody@nowhere.example")
                .fill("password", "Wrong-one1")
                .press("kc-login");
        assertThat(tab.error()).isNotEmpty();
        assertThat(Screens.lookByEveryRule(tab, name + "-wrong")).isEmpty();
    }

    @Test
    @DisplayName("may be another one on dark pages")
    void onDark() {
        set(Map.of("micloud.brandColor", "#0b6e4f", "micloud.brandColorDark", "#ffd400"));
        tab.open(realm.signIn(application));
        prefer(ColorScheme.LIGHT);
        assertThat(computed("#kc-login", "color")).isEqualTo("rgb(255, 255, 255)");
        prefer(ColorScheme.DARK);
        assertThat(computed("#kc-login", "backgroundColor")).isEqualTo("rgb(255, 212, 0)");
    }

    @Test
    @DisplayName("change on the next page, while a page from before keeps its colours")
    void changed() {
        set(Map.of("micloud.brandColor", "#ffd400"));
        var before = sheets(page());
        assertThat(before).singleElement().asString().matches(SHEET);
        set(Map.of("micloud.brandColor", "#cccccc"));
        tab.open(realm.signIn(application));
        prefer(ColorScheme.LIGHT);
        assertThat(computed("#kc-login", "backgroundColor")).isEqualTo("rgb(204, 204, 204)");
        assertThat(sheets(page())).isNotEqualTo(before);
        assertThat(sheet(before.get(0)).body()).contains("--brand:#ffd400");
        set(Map.of("micloud.brandColor", ""));
        assertThat(sheets(page())).isEmpty();
    }

    private PlainPage sheet(String address) {
        return new PlainBrowser().open(realm.address("").resolve(address));
    }

    @Test
    @DisplayName("come in a style sheet that browsers may keep, and no other name has one")
    void kept() {
        set(Map.of("micloud.brandColor", "#ffd400"));
        var address = sheets(page()).get(0);
        var sheet = sheet(address);
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("Content-Type")).hasValue("text/css;charset=utf-8");
        assertThat(sheet.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(sheet.header("X-Content-Type-Options")).hasValue("nosniff");
        // Of another version of the jar, on a node of its own.
        var other = sheet(address.replaceFirst("\\.[0-9a-f]{8}\\.", ".00000000."));
        assertThat(other.body()).isEqualTo(sheet.body());
        assertThat(other.header("Cache-Control")).hasValue("no-store");
        for (var name : List.of("own.css", "ffd400.css", "red-red.00000000.css", "%7Dbody%7B.00000000.css", "a%2Fb")) {
            assertThat(sheet(address.replaceFirst("[^/]+$", name)).status())
                    .as(name)
                    .isEqualTo(404);
        }
    }

    @Test
    @DisplayName("cost no request more on a first visit")
    void light() {
        set(Map.of("micloud.brandColor", "#ffd400"));
        var requests = new ArrayList<String>();
        tab.page().onRequest(request -> requests.add(request.url()));
        tab.open(realm.signIn(application));
        // The icon, which the browser of these tests does not load, is in the page.
        assertThat(tab.page().locator("link[rel=icon]").getAttribute("href"))
                .startsWith("data:image/svg+xml,")
                .contains("%23ffd400");
        assertThat(requests.stream().filter(address -> !address.startsWith("data:")))
                .as("%s", requests)
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    @DisplayName("work under a strict Content-Security-Policy")
    void strict() {
        set(Map.of("micloud.brandColor", "#ffd400", "micloud.logoHosts", HOST, "micloud.logo", LOGO));
        realm.admin().changeRealm(node -> node.withObject("/browserSecurityHeaders")
                .put(
                        "contentSecurityPolicy",
                        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data: "
                                + HOST + "; base-uri 'none'; frame-ancestors 'none'"));
        picture(tab.page());
        var said = new ArrayList<String>();
        tab.page().onConsoleMessage(message -> said.add(message.text()));
        tab.open(realm.signIn(application));
        prefer(ColorScheme.LIGHT);
        assertThat(computed("#kc-login", "backgroundColor")).isEqualTo("rgb(255, 212, 0)");
        assertThat(said).isEmpty();
    }

    @Test
    @DisplayName("are on Keycloak's own last page too")
    void lastPage() {
        set(Map.of("micloud.brandColor", "#ffd400", "micloud.links", "Terms=https://acme.example/terms"));
        var plain = PlainTab.wantingPages();
        plain.open(realm.address("no-such-page"));
        assertThat(plain.page().status()).isEqualTo(404);
        assertThat(sheets(plain.page())).hasSize(1);
        assertThat(plain.page().document().select("#links a").attr("href")).isEqualTo("https://acme.example/terms");
        tab.page().navigate(realm.address("no-such-page").toString());
        prefer(ColorScheme.LIGHT);
        assertThat(computed(".mark rect", "fill")).isEqualTo("rgb(255, 212, 0)");
        assertThat(Screens.lookByEveryRule(tab, "brand-404")).isEmpty();
        // A page without a sign-in behind it.
        plain.open(URI.create(realm.address("protocol/openid-connect/auth") + "?client_id=nobody"));
        assertThat(plain.has("error")).isTrue();
        assertThat(sheets(plain.page())).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0b4a8f",
                "#0b4",
                "red",
                "#0b4a8f;}body{display:none}",
                "#0b4a8f</style><script>alert(1)</script>",
                "var(--bad)",
                "url(https://attacker.example/a.png)",
                "#0b4a8f\n#ffffff"
            })
    @DisplayName("stay ours where a colour is no colour")
    void hostileColor(String value) {
        set(Map.of("micloud.brandColor", value));
        var page = page();
        assertThat(sheets(page)).isEmpty();
        assertThat(page.body()).doesNotContain("micloud-brand", "attacker", "alert(1)", "display:none");
        assertThat(page.document().select("link[rel=icon]").attr("href")).endsWith(".svg");
    }

    @Test
    @DisplayName("stay ours in a realm where all of them are wrong")
    void mistaken(Portal portal) {
        var address =
                URI.create(portal.server() + "/realms/" + MisconfiguredRealm.NAME + "/protocol/openid-connect/auth");
        var plain = PlainTab.fresh();
        plain.open(address);
        assertThat(plain.page().document().select("h1")).isNotEmpty();
        assertThat(plain.page().document().select(".mark, link[rel=icon][href$=.svg]"))
                .hasSize(2);
        assertThat(plain.page().body()).doesNotContain("micloud-brand", "elsewhere.example", "javascript:", "www.");
    }

    private void picture(Page page) {
        page.context()
                .route(
                        "https://" + HOST + "/**",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("image/svg+xml")
                                .setBody(WIDE_PICTURE)));
    }

    @Test
    @DisplayName("have the logo beside the name in a room that it keeps, and nothing moves when it comes")
    void logo() {
        set(Map.of(
                "micloud.logoHosts",
                HOST,
                "micloud.logo",
                LOGO,
                "micloud.logoDark",
                LOGO + "&dark",
                "micloud.logoWidth",
                "120"));
        var asked = new ArrayList<Map<String, String>>();
        tab.page().onRequest(request -> {
            if (request.url().contains(HOST)) {
                asked.add(Map.of("url", request.url(), "from", request.headers().getOrDefault("referer", "")));
            }
        });
        picture(tab.page());
        prefer(ColorScheme.LIGHT);
        tab.open(realm.signIn(application));
        var image = tab.page().locator(".brand img");
        assertThat(image.evaluate("element => element.complete && element.naturalWidth"))
                .isEqualTo(300);
        assertThat(image.getAttribute("alt")).isEmpty();
        assertThat(box()).isEqualTo(List.of(120, 40));
        assertThat(tab.page().locator(".mark").count()).isZero();
        assertThat(shift()).isZero();
        assertThat(asked).containsExactly(Map.of("url", LOGO, "from", ""));
        assertThat(Screens.lookByEveryRule(tab, "brand-logo")).isEmpty();
        prefer(ColorScheme.DARK);
        tab.open(realm.signIn(application));
        assertThat(image.evaluate("element => element.currentSrc")).isEqualTo(LOGO + "&dark");
    }

    private Object box() {
        return tab.page().locator(".brand img").evaluate("element => [element.offsetWidth, element.offsetHeight]");
    }

    private double shift() {
        return ((Number)
                        tab.page()
                                .evaluate(
                                        """
                                () => new Promise((told) => {
                                  let sum = 0;
                                  new PerformanceObserver((list) => {
                                    for (const shift of list.getEntries()) sum += shift.value;
                                  }).observe({ type: "layout-shift", buffered: true });
                                  requestAnimationFrame(() => requestAnimationFrame(() => told(sum)));
                                })
                                """))
                .doubleValue();
    }

    @Test
    @DisplayName("keep the room of a logo that does not come")
    void logoGone() {
        set(Map.of("micloud.logoHosts", HOST, "micloud.logo", LOGO, "micloud.logoWidth", "120"));
        tab.page().context().route("https://" + HOST + "/**", Route::abort);
        tab.open(realm.signIn(application));
        assertThat(box()).isEqualTo(List.of(120, 40));
        assertThat(shift()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://" + HOST + ".attacker.example/a.png",
                "https://" + HOST + "@attacker.example/a.png",
                "http://" + HOST + "/a.png",
                "//attacker.example/a.png",
                "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "javascript:alert(1)",
                "https://attacker.example/" + HOST
            })
    @DisplayName("have our mark where the logo is not from an allowed host")
    void elsewhere(String address) {
        set(Map.of("micloud.logoHosts", HOST, "micloud.logo", address, "micloud.icon", address));
        var page = page();
        assertThat(page.document().select("img, picture")).isEmpty();
        assertThat(page.document().select(".brand .mark")).hasSize(1);
        assertThat(page.body()).doesNotContain("attacker", "alert(1)");
    }

    @Test
    @DisplayName("have the icon in the tab where it is from an allowed host")
    void icon() {
        set(Map.of("micloud.logoHosts", HOST, "micloud.icon", LOGO));
        assertThat(page().document().select("link[rel=icon]").eachAttr("href")).containsExactly(LOGO);
    }

    @Test
    @DisplayName("have the links below every page, in the user's language, with room for a finger")
    void links(RealBrowser browser) {
        set(Map.of(
                "micloud.links",
                "${micloudLinkPrivacy}=https://acme.example/privacy?a=1&b=2 | Terms <b>=https://acme.example/terms |"
                        + " Evil=javascript:alert(1) | Call us=tel:+15551234"));
        realm.admin().changeRealm(node -> {
            node.put("internationalizationEnabled", true);
            node.put("defaultLocale", "en");
            node.set("supportedLocales", Json.read("[\"en\", \"de\"]"));
        });
        tab = browser.tabInLanguage("de");
        tab.open(realm.signIn(application));
        var links = tab.page().locator("footer ul#links a");
        assertThat(links.allInnerTexts()).containsExactly("Datenschutz", "Terms <b>", "Call us");
        assertThat(links.first().getAttribute("href")).isEqualTo("https://acme.example/privacy?a=1&b=2");
        for (var link : links.all()) {
            assertThat(link.boundingBox().height).isGreaterThanOrEqualTo(44);
        }
        assertThat(tab.page().content()).doesNotContain("javascript:");
        assertThat(Screens.lookByEveryRule(tab, "brand-links")).isEmpty();
    }

    @Test
    @DisplayName("have a line for support below every page, and a link only where there is an address")
    void support() {
        set(Map.of("micloud.supportText", "Ask <Acme>", "micloud.supportUrl", "mailto:help@acme.example"));
        assertThat(page().document().select("footer a#support").attr("href")).isEqualTo("mailto:help@acme.example");
        set(Map.of("micloud.supportUrl", "javascript:alert(1)"));
        var page = page().document();
        assertThat(page.select("footer p#support").text()).isEqualTo("Ask <Acme>");
        assertThat(page.html()).doesNotContain("javascript:");
        var plain = PlainTab.wantingPages();
        plain.open(realm.address("no-such-page"));
        assertThat(plain.text("support")).isEqualTo("Ask <Acme>");
    }

    @Test
    @DisplayName("have the display name as it is written, and never the one in HTML")
    void name() {
        realm.admin().changeRealm(node -> node.put("displayName", "Acme & <i>Sons</i>")
                .put("displayNameHtml", "<img src=x onerror=alert(1)>Evil"));
        var page = page();
        assertThat(page.document().select("#kc-header-wrapper").text()).isEqualTo("Acme & <i>Sons</i>");
        assertThat(page.document().title()).contains("Acme & <i>Sons</i>");
        assertThat(page.body()).doesNotContain("onerror", "Evil", "<i>");
    }

    @Test
    @DisplayName("are in mails, without any picture")
    void mails(Portal portal) {
        var user = realm.admin().user();
        realm.admin().changeRealm(node -> node.put("emailTheme", "micloud"));
        set(Map.of("micloud.brandColor", "#ffd400", "micloud.logoHosts", HOST, "micloud.logo", LOGO));
        realm.admin().put("/users/" + user.id() + "/execute-actions-email", List.of("UPDATE_PASSWORD"));
        var mail = portal.mailboxOf(user).await(1);
        assertThat(mail.html())
                .contains("bgcolor=\"#ffd400\"", "color:#0a0f14", ".button { background: #ffd400 !important }")
                .doesNotContain("0b4a8f", "9ccbff", "<img", HOST);
    }
}
