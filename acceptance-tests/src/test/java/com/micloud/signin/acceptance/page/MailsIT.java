package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.mail.MailClients;
import com.micloud.signin.acceptance.harness.mail.ReceivedMail;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A mail of Keycloak's own")
final class MailsIT {
    /** Ornaments, and the style sheet for dark mode: a program without them draws a plain light mail. */
    private static final Set<String> ORNAMENTS = Set.of(
            "Attribute selector",
            "Chaining selectors",
            "Class selector",
            "Descendant combinator",
            "Type selector",
            "<style> element",
            "@media",
            "color-scheme meta tag",
            "border-radius",
            "role attribute",
            "word-break",
            "<body> element");

    private String realm;
    private Admin admin;

    @BeforeEach
    void openRealm(Portal portal) {
        realm = "mails-" + Names.word();
        admin = portal.admin()
                .newRealm(
                        realm,
                        Map.of(
                                "displayName",
                                "Contoso <Voice>",
                                "emailTheme",
                                "micloud",
                                "internationalizationEnabled",
                                true,
                                "supportedLocales",
                                List.of("en", "de", "ar"),
                                "defaultLocale",
                                "en",
                                "eventsListeners",
                                List.of("email"),
                                "smtpServer",
                                Map.of(
                                        "host",
                                        "localhost",
                                        "port",
                                        String.valueOf(portal.mails().getSmtp().getPort()),
                                        "from",
                                        "no-reply@contoso.example")));
    }

    private User userWhoReads(String language) {
        var user = admin.user();
        admin.change(
                "/users/" + user.id(),
                node -> node.withObject("/attributes").putArray("locale").add(language));
        return user;
    }

    private ReceivedMail askedToAct(Portal portal, User user) {
        var answer = admin.send(
                "PUT", "/users/" + user.id() + "/execute-actions-email", "[\"UPDATE_PASSWORD\",\"webauthn-register\"]");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        return ReceivedMail.lastTo(portal, user.username());
    }

    private ReceivedMail failedToSignIn(Portal portal, User user) {
        Http.send(HttpRequest.newBuilder(
                        URI.create(portal.server() + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        user.username(),
                        "password",
                        "wrong")))));
        return ReceivedMail.lastTo(portal, user.username());
    }

    @Test
    @DisplayName("says what it wants in words of ours, with one button and its address, in both parts")
    void button(Portal portal) {
        var mail = askedToAct(portal, userWhoReads("de"));
        assertThat(mail.subject()).isEqualTo("Vervollständigen Sie Ihr Konto");
        var html = Jsoup.parse(mail.html());
        assertThat(html.select("html").attr("lang")).isEqualTo("de");
        assertThat(html.select("h1").text()).isEqualTo("Vervollständigen Sie Ihr Konto");
        assertThat(html.select("li").eachText()).containsExactly("Passwort ändern", "Sicherheitsschlüssel einrichten");
        assertThat(html.select("td.name").text()).isEqualTo("Contoso <Voice>");
        var links = html.select("a").eachAttr("href");
        assertThat(links).hasSize(2).allMatch(links.get(0)::equals);
        assertThat(html.select("a").get(0).text()).isEqualTo("Weiter");
        assertThat(mail.text().lines().map(String::strip))
                .contains(links.get(0), "Contoso <Voice>", "- Passwort ändern", "Weiter:");
    }

    @Test
    @DisplayName("gives the time of what happened with its zone")
    void zone(Portal portal) {
        var mail = failedToSignIn(portal, userWhoReads("en"));
        assertThat(mail.subject()).isEqualTo("Failed attempt to sign in");
        var time = Pattern.compile(
                "Time:? \\w+ \\d+, \\d{4} at \\d+:\\d\\d:\\d\\d\\s[AP]M UTC", Pattern.UNICODE_CHARACTER_CLASS);
        assertThat(mail.text()).containsPattern(time).contains("IP address: 127.0.0.1");
        assertThat(Jsoup.parse(mail.html()).select(".text").text()).containsPattern(time);
    }

    @Test
    @DisplayName("reads from right to left in Arabic, which Keycloak itself takes for left to right")
    void arabic(Portal portal) {
        var html = Jsoup.parse(askedToAct(portal, userWhoReads("ar")).html());
        assertThat(html.select("html, body > div").eachAttr("dir")).containsExactly("rtl", "rtl");
        assertThat(html.select("html").attr("lang")).isEqualTo("ar");
    }

    @Test
    @DisplayName("can be read by everybody, wide and narrow, light and dark, from both sides")
    void looks(Portal portal, RealBrowser browser) {
        for (var language : List.of("en", "ar")) {
            var user = userWhoReads(language);
            assertLooksGood(browser, askedToAct(portal, user), "mail-actions-" + language);
            assertLooksGood(browser, failedToSignIn(portal, user), "mail-failed-" + language);
        }
    }

    private static void assertLooksGood(RealBrowser browser, ReceivedMail mail, String name) {
        var tab = browser.tab();
        tab.page().setContent(mail.html());
        // A mail is part of somebody else's page, whose landmarks are not ours.
        assertThat(Screens.look(tab, name))
                .filteredOn(broken -> !broken.contains(": landmark-one-main: ") && !broken.contains(": region: "))
                .isEmpty();
    }

    @Test
    @DisplayName("needs nothing but ornaments that a common mail program does not draw")
    void programs(Portal portal) {
        var linter = MailClients.find();
        if (linter.isPresent()) {
            var user = userWhoReads("en");
            for (var mail : List.of(askedToAct(portal, user), failedToSignIn(portal, user))) {
                assertThat(linter.get().undrawn(mail.html())).isNotEmpty().allSatisfy(line -> assertThat(
                                line.substring(line.indexOf(": ") + 2))
                        .isIn(ORNAMENTS));
            }
        }
    }
}
