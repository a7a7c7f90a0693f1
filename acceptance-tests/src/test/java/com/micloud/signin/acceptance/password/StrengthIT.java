package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.policy.LikelyPasswords;
import com.micloud.signin.policy.OwnWords;
import com.micloud.signin.policy.PasswordStrength;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The strength of a new password")
final class StrengthIT {
    private static <T extends Tab> T open(T tab, Portal portal) {
        var user = Member.of(portal).in("password").make();
        return open(tab, portal, user);
    }

    private static <T extends Tab> T open(T tab, Portal portal, User user) {
        var application = OidcApplication.made(portal);
        tab.open(application.with("kc_action", "UPDATE_PASSWORD").begin().url())
                .username(user.username())
                .password(user.password());
        assertThat(tab.has("password-new")).as("%s", tab).isTrue();
        return tab;
    }

    private static void type(RealTab tab, String text) {
        tab.page().locator("#password-new").fill("");
        tab.page().locator("#password-new").pressSequentially(text);
    }

    private static int reset(Admin admin, User user, String password) {
        return admin.send(
                        "PUT",
                        "/users/" + user.id() + "/reset-password",
                        Json.write(Map.of("type", "password", "value", password, "temporary", false)))
                .statusCode();
    }

    @Test
    @DisplayName("is the same by the page's script and by the server, for thousands of passwords")
    void agree(Portal portal, RealBrowser browser) {
        var tab = open(browser.tab(), portal);
        var own = tab.page().locator("#pw-rules").getAttribute("data-own");
        var passwords = new ArrayList<>(new LikelyPasswords(20260101).some(5000));
        passwords.addAll(List.of(
                "a",
                "ab",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00",
                "e\u0301\u00E9\u00C9 \u0130\u0131\u212A",
                "19.08.1987",
                "2024-12-31",
                "31122024",
                "1231",
                "qwer tyui",
                own.replace("\n", "-"),
                own.replaceAll("\\W", "")));
        var seen = tab.page()
                .evaluate(
                        """
                        async ([own, passwords]) => {
                          const { strength, words } = document.getElementById("pw-rules").dataset;
                          const level = (await import(strength)).estimator((await import(words)).default, own);
                          return passwords.map(level);
                        }
                        """,
                        List.of(own, passwords));
        var words = OwnWords.of(own.split("\n", -1));
        assertThat(seen)
                .isEqualTo(passwords.stream()
                        .map(password -> PasswordStrength.level(password, words))
                        .toList());
    }

    @Test
    @DisplayName("is shown while it is typed, with the rules marked, and nothing of it is sent")
    void live(Portal portal, RealBrowser browser) {
        var tab = open(browser.tab(), portal);
        var page = tab.page();
        assertThat(page.locator("#pw-strength").isVisible()).isFalse();
        page.locator("#password-new").focus();
        page.waitForFunction("performance.getEntriesByType('resource').some(e => /js.words/.test(e.name))");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        var sent = new ArrayList<String>();
        page.onRequest(request -> sent.add(request.url()));
        type(tab, "password");
        await().until(() -> page.locator("#pw-strength").isVisible());
        assertThat(tab.text("pw-strength")).isEqualTo("Strength: Very weak");
        assertThat(page.locator("#pw-rules li").allInnerTexts())
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .containsExactly(
                        "\u2713 Met: 8 to 16 characters",
                        "\u2717 Not met: At least one digit (0-9)",
                        "\u2713 Met: At least one English letter (A-Z or a-z)",
                        "\u2717 Not met: At least one of @ ! # $ % & _ - = +",
                        "\u2713 Met: No spaces",
                        "Different from the current password");
        await().until(() -> tab.text("pw-live").equals("3 of 5 rules met. Strength: Very weak"));
        type(tab, "kT4$vQ9zwBn");
        assertThat(tab.text("pw-strength")).isEqualTo("Strength: Strong");
        assertThat(page.locator("meter").evaluate("meter => meter.value")).isEqualTo(4);
        await().until(() -> tab.text("pw-live").equals("5 of 5 rules met. Strength: Strong"));
        page.locator("#password-confirm").fill("kT4$vQ9zX");
        assertThat(page.locator("#pw-mismatch").isVisible()).isTrue();
        type(tab, "");
        assertThat(page.locator("#pw-strength").isVisible()).isFalse();
        assertThat(sent).noneMatch(address -> address.contains("kT4") || !address.contains("/resources/"));
    }

    @Test
    @DisplayName("is said after a refusal without script")
    void withoutScript(Portal portal) {
        var tab = open(PlainTab.fresh(), portal);
        assertThat(tab.page().element("pw-strength").hasAttr("hidden")).isTrue();
        tab.fill("password-new", "Password1!")
                .fill("password-confirm", "Password2!")
                .press("kc-submit");
        assertThat(tab.text("pw-strength")).isEqualTo("Strength of the password you tried: Very weak");
        assertThat(tab.page().document().select("meter").attr("value")).isEqualTo("0");
        assertThat(tab.page().body()).doesNotContain("Password1!", "Password2!");
    }

    @Test
    @DisplayName("is told to whoever only gave a username by that name alone: the page gives no other away")
    void namesOfOthers(Portal portal) {
        var user = Member.of(portal).in("password").make();
        var stranger = PlainTab.fresh();
        stranger.open(portal.realm("changepassword")).username(user.username());
        assertThat(stranger.page().element("pw-rules").attr("data-own").lines())
                .contains(user.username())
                .doesNotContain("Test", "User");
        assertThat(open(PlainTab.fresh(), portal, user)
                        .page()
                        .element("pw-rules")
                        .attr("data-own")
                        .lines())
                .contains(user.username(), "Test", "User");
    }

    @Test
    @DisplayName("does not matter in the production realm")
    void notInProduction(Portal portal) {
        assertThat(reset(portal.admin(), portal.admin().user(), "Password1!")).isEqualTo(204);
    }

    @Test
    @DisplayName("must be enough where a realm insists, and the user's own names make it less")
    void insisted(Portal portal) {
        var admin = portal.admin()
                .newRealm("strength-" + Names.word(), Map.of("passwordPolicy", "micloud-password(8-16 strength=1)"));
        var user = admin.userWithoutPassword("grumblethorpe@" + Names.word() + ".example");
        var refused = admin.send(
                "PUT",
                "/users/" + user.id() + "/reset-password",
                Json.write(Map.of("type", "password", "value", "Password1!", "temporary", false)));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Json.read(refused.body()).get("error_description").asText())
                .isEqualTo("This password does not follow the rules. Choose one that is harder to guess.");
        assertThat(reset(admin, user, "Grumblethorpe1!")).isEqualTo(400);
        assertThat(reset(admin, user, "Wobblethorpe1!")).isEqualTo(204);
    }
}
