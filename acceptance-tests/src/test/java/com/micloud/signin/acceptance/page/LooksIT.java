package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, narrow and wide, light and dark: for people to look at, and for axe to judge. */
@AcceptanceTest
@DisplayName("Each page is accessible and fits")
final class LooksIT {
    private Portal portal;
    private User user;
    private OidcApplication application;
    private RealTab tab;

    @BeforeEach
    void meet(Portal portal, RealBrowser browser) {
        this.portal = portal;
        user = portal.admin().user();
        application = OidcApplication.made(portal);
        tab = browser.tab();
    }

    private Account member(String policy) {
        var account = portal.admin().account(policy);
        portal.admin().join(user, account);
        return account;
    }

    private void assertGood(String name) {
        assertThat(Screens.look(tab, name)).isEmpty();
    }

    private Attempt open() {
        var attempt = application.begin();
        tab.open(attempt.url());
        return attempt;
    }

    @Test
    @DisplayName("username, empty and with a mistake")
    void username() {
        open();
        assertGood("username");
        tab.press("kc-login");
        assertThat(tab.error()).isNotEmpty();
        assertGood("username-missing");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ar", "de", "ja"})
    @DisplayName("username and password in other languages")
    void languages(String language, RealBrowser browser) {
        member("password");
        tab = browser.tabInLanguage(language);
        open();
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
        assertGood("username-" + language);
        tab.username(user.username());
        assertGood("password-" + language);
    }

    @Test
    @DisplayName("password, empty and wrong, with the field outlined and focused")
    void password() {
        member("password");
        open();
        tab.username(user.username());
        assertGood("password");
        tab.password("Wrong-one1");
        assertThat(tab.page().locator("#password").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("password");
        assertGood("password-wrong");
    }

    @Test
    @DisplayName("show password shows what was typed and hides it again")
    void showPassword() {
        member("password");
        open();
        tab.username(user.username()).fill("password", "Typed-one1");
        var eye = tab.page().locator("button[aria-controls=password]");
        eye.click();
        assertThat(tab.page().locator("#password").getAttribute("type")).isEqualTo("text");
        eye.click();
        assertThat(tab.page().locator("#password").getAttribute("type")).isEqualTo("password");
        assertThat(tab.value("password")).isEqualTo("Typed-one1");
    }

    @Test
    @DisplayName("accounts, to pick and with a mistake")
    void accounts() {
        member("password");
        member("password");
        member("password");
        open();
        tab.username(user.username());
        assertGood("accounts");
        tab.typeAccount("no-such-account");
        assertGood("accounts-unknown");
    }

    @Test
    @DisplayName("single sign-on beside the password")
    void optional() {
        var account = member("sso-optional");
        try (var provider = new StandInOidcProvider()) {
            portal.admin().provider(account, provider.representation());
            open();
            tab.username(user.username());
            assertGood("sso-optional");
        }
    }

    @Test
    @DisplayName("single sign-on first, and what it shows after a cancel")
    void preferred() {
        var account = member("sso-preferred");
        try (var provider = new StandInOidcProvider().refusing("access_denied")) {
            portal.admin().provider(account, provider.representation());
            open();
            tab.username(user.username());
            assertGood("sso-preferred");
            tab.press("sso");
            assertThat(tab.has("try-again")).isTrue();
            assertGood("sso-trouble");
        }
    }

    @Test
    @DisplayName("several providers")
    void several() {
        var account = member("sso-required");
        try (var one = new StandInOidcProvider();
                var two = new StandInOidcProvider()) {
            portal.admin().provider(account, one.representation());
            portal.admin().provider(account, two.representation());
            open();
            tab.username(user.username());
            assertGood("sso-choose");
        }
    }

    @Test
    @DisplayName("a refusal")
    void refused() {
        open();
        tab.username(user.username()).password(user.password());
        assertThat(tab.has("try-again")).isTrue();
        assertGood("refused");
    }

    @Test
    @DisplayName("an unknown application")
    void unknownApplication() {
        tab.open(OidcApplication.unknown(portal, "nobody").begin().url());
        assertThat(tab.has("error")).isTrue();
        assertGood("error");
    }

    @Test
    @DisplayName("an expired password")
    void expired() {
        open();
        tab.username("zoe@expired.example").password("Zoe!Pass12");
        assertThat(tab.has("password-new")).isTrue();
        assertGood("password-expired");
    }

    @Test
    @DisplayName("a password that expires soon")
    void expiresSoon() {
        open();
        tab.username("sam@soon.example").password("Sam&Pass12");
        assertThat(tab.has("later")).isTrue();
        assertGood("password-expires-soon");
    }

    @Test
    @DisplayName("a page that is gone")
    void pageExpired() {
        member("password");
        open();
        tab.username(user.username());
        var stale = tab.page().url();
        tab.page().context().clearCookies();
        tab.page().navigate(stale);
        assertGood("page-expired");
    }

    @Test
    @DisplayName("Forgot Password")
    void forgotPassword() {
        member("password");
        open();
        tab.username(user.username()).press("forgot-password");
        assertGood("forgot-password");
        tab.username(user.username());
        assertGood("forgot-password-waiting");
        tab.fill("code", "12").press("kc-login");
        assertGood("forgot-password-code-wrong");
    }

    @Test
    @DisplayName("log-out, asked and done")
    void logout() {
        member("password");
        var attempt = open();
        tab.username(user.username()).password(user.password());
        application.redeem(attempt, tab);
        tab.open(portal.oidc("logout"));
        assertGood("logout-confirm");
        tab.press("kc-logout");
        assertGood("logged-out");
    }

    @Test
    @DisplayName("the pages can be used with the keyboard alone")
    void keyboard() {
        var accounts = List.of(member("password"), member("password"));
        var attempt = open();
        var keys = tab.page().keyboard();
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("username");
        keys.type(user.username());
        keys.press("Enter");
        tab.page().locator("#account").waitFor();
        keys.press("Tab");
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("accountIdentifier");
        keys.type(accounts.get(1).number());
        keys.press("Enter");
        tab.page().locator("#password").waitFor();
        assertThat(tab.page().evaluate("() => document.activeElement.id")).isEqualTo("password");
        keys.type(user.password());
        keys.press("Enter");
        application.redeem(attempt, tab);
    }
}
