package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("What people do with browsers")
final class BrowserHabitsIT {
    private Portal portal;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = OidcApplication.made(portal);
    }

    @Test
    @DisplayName("Coming back to a web application asks for the username only")
    void comingBack() {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url())
                .username(user.username())
                .password(user.password())
                .arrival();
        var attempt = application.begin();
        tab.open(attempt.url());
        assertThat(tab.has("username")).isTrue();
        tab.username(user.username());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"unreadable", "of another sign-in"})
    @DisplayName("Coming back with a cookie of the sign-in that is not the session's own goes on as ever")
    void mixedUpCookie(String kind) {
        portal.admin().join(user, portal.admin().account("password"));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url())
                .username(user.username())
                .pickAccount(user.account().number())
                .password(user.password())
                .arrival();
        var elsewhere = PlainTab.fresh();
        elsewhere.open(application.begin().url());
        var other = elsewhere.browser().cookie("AUTH_SESSION_ID").orElseThrow();
        tab.browser().setCookie("/realms/micloud/", "AUTH_SESSION_ID", kind.equals("unreadable") ? "x" : other);
        var attempt = application.begin();
        tab.open(attempt.url())
                .username(user.username())
                .pickAccount(user.account().number());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("Coming back to a desktop application asks for username and password")
    void comingBackToDesktop() {
        var desktop = OidcApplication.made(portal, Map.of("micloud.kind", "desktop"));
        var tab = PlainTab.fresh();
        tab.open(desktop.begin().url())
                .username(user.username())
                .password(user.password())
                .arrival();
        var attempt = desktop.begin();
        tab.open(attempt.url()).username(user.username());
        assertThat(tab.has("password")).isTrue();
        tab.passwordAgain(user.password());
        assertThat(AccountClaim.numberIn(desktop.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("An application set to silent coming back asks for nothing")
    void comingBackSilently() {
        var silent = OidcApplication.made(portal, Map.of("micloud.reentry", "session"));
        var tab = PlainTab.fresh();
        tab.open(silent.begin().url())
                .username(user.username())
                .password(user.password())
                .arrival();
        var attempt = silent.begin();
        tab.open(attempt.url());
        assertThat(AccountClaim.numberIn(silent.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("Another user of the same browser signs in as themselves, and the first one's session is over")
    void anotherUser() {
        var other = Member.of(portal).in("password").make();
        var tab = PlainTab.fresh();
        var first = application.begin();
        tab.open(first.url()).username(user.username()).password(user.password());
        var firstTokens = application.redeem(first, tab);

        var second = application.begin();
        tab.open(second.url()).username(other.username());
        assertThat(tab.has("password")).isTrue();
        tab.password(other.password());
        var claims = application.redeem(second, tab).idClaims();
        assertThat(claims).containsEntry("preferred_username", other.username());
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(other.account().number());
        assertThat(application.refresh(firstTokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("Not you? leads back to the username, and somebody else can sign in")
    void notYou() {
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username("mistyped." + user.username()).press("not-you");
        assertThat(tab.has("username")).isTrue();
        assertThat(tab.has("password")).isFalse();
        tab.username(user.username()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("Reloading a page shows the same page, and the sign-in goes on")
    void reload(RealBrowser browser) {
        portal.admin().join(user, portal.admin().account("password"));
        var attempt = application.begin();
        var tab = browser.tab();
        tab.open(attempt.url()).reload();
        tab.username(user.username()).reload();
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.pickAccount(user.account().number()).reload();
        tab.password("Wrong-one1").reload();
        assertThat(tab.has("password")).isTrue();
        tab.password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("Going back from the password leads to a page from which the sign-in can go on")
    void back(RealBrowser browser) {
        var attempt = application.begin();
        var tab = browser.tab();
        tab.open(attempt.url()).username(user.username()).back();
        if (tab.has("username")) {
            tab.username(user.username());
        }
        tab.password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("Going back after signing in does not end in an error of the server")
    void backAfterwards(RealBrowser browser) {
        var attempt = application.begin();
        var tab = browser.tab();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        tab.arrival();
        var answer = tab.page().goBack();
        if (answer != null) {
            assertThat(answer.status()).isLessThan(500);
        }
        assertThat(tab.page().locator("body").innerText()).isNotBlank();
    }

    @Test
    @DisplayName("A form that is sent twice signs in once and does no harm")
    void sentTwice() {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        var passwordPage = tab.page();
        passwordPage.fill("password", user.password()).press("kc-login").arrival();
        var again = passwordPage.press("kc-login");
        assertThat(again.status()).isNotEqualTo(500);
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "password"})
    @DisplayName("A form that is sent after its cookies are gone leads to a page with a way on")
    void cookiesGone(String where) {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url());
        if (where.equals("password")) {
            tab.username(user.username());
        }
        tab.browser().forgetCookies();
        tab.fill(where, "Something-1").press("kc-login");
        assertThat(tab.page().hasArrived()).isFalse();
        assertThat(tab.page().status()).isBetween(200, 499);
        assertThat(tab.page().document().select("main a[href], form [type=submit]"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("A bookmarked page of a sign-in leads somewhere with a way on")
    void bookmark() {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        var bookmarked = tab.page().actionOf("kc-login");
        var later = PlainTab.fresh();
        later.open(bookmarked);
        assertThat(later.page().hasArrived()).isFalse();
        assertThat(later.page().status()).isBetween(200, 499);
        assertThat(later.page().document().select("main a[href], form [type=submit]"))
                .isNotEmpty();
    }

    @Test
    @DisplayName("A second tab of the same application signs in beside the first")
    void secondTab() {
        var left = PlainTab.fresh();
        var right = left.another();
        var leftAttempt = application.begin();
        var rightAttempt = application.begin();
        left.open(leftAttempt.url());
        right.open(rightAttempt.url());
        left.username(user.username()).password(user.password());
        application.redeem(leftAttempt, left);
        right.username(user.username());
        if (!right.page().hasArrived()) {
            right.password(user.password());
        }
        assertThat(AccountClaim.numberIn(application.redeem(rightAttempt, right).idClaims()))
                .isEqualTo(user.account().number());
    }

    @ParameterizedTest(name = "username ''{0}''")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"''", "'   '", "<script>alert(1)</script>", "'\"><img src=x>'", "a\u0000b", "a\nb"})
    @DisplayName("Odd usernames get a page, and nothing of them is echoed unescaped")
    void oddUsernames(String odd) {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(odd);
        assertThat(tab.page().status()).isLessThan(500);
        assertThat(tab.page().body()).doesNotContain("<script>alert").doesNotContain("<img src=x>");
        assertThat(tab.page().document().select("form [type=submit]")).isNotEmpty();
    }

    @Test
    @DisplayName("An enormous username gets a page")
    void enormousUsername() {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username("x".repeat(50_000));
        assertThat(tab.page().status()).isLessThan(500);
        assertThat(tab.page().body().length()).isLessThan(50_000);
    }

    @Test
    @DisplayName("A form without its fields gets a page at every step")
    void missingFields() {
        portal.admin().join(user, portal.admin().account("password"));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url());
        var afterUsername = tab.browser().post(tab.page().actionOf("kc-login"), Map.of());
        assertThat(afterUsername.error()).isNotEmpty();
        tab.open(application.begin().url()).username(user.username());
        var afterAccount = tab.browser().post(tab.page().actionOf("kc-login"), Map.of("account", Names.word()));
        assertThat(afterAccount.error()).isNotEmpty();
        tab.open(application.begin().url())
                .username(user.username())
                .pickAccount(user.account().number());
        var afterPassword = tab.browser().post(tab.page().actionOf("kc-login"), Map.of());
        assertThat(afterPassword.error()).isNotEmpty();
        assertThat(afterPassword.has("password")).isTrue();
    }

    @Test
    @DisplayName("The sign-in page of an unknown path below the realm is a page")
    void unknownPath() {
        var tab = PlainTab.fresh();
        tab.open(URI.create(portal.issuer() + "/no-such-page"));
        assertThat(tab.page().status()).isEqualTo(404);
    }
}
