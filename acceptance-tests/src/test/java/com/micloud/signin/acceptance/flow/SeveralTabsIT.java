package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several tabs, and forms sent again: nobody did anything wrong, so nobody sees an error, and nothing crosses over. */
@AcceptanceTest
@DisplayName("A sign-in beside another")
final class SeveralTabsIT {
    private Portal portal;
    private User user;
    private Account account;
    private Account second;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        account = portal.admin().account("password");
        second = portal.admin().account("password");
        user = Member.of(portal).in(account, second).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
    }

    private Attempt at(String step) {
        var attempt = application.begin();
        tab.open(attempt.url());
        if (!step.equals("username")) {
            tab.username(user.username());
        }
        if (step.equals("password")) {
            tab.pickAccount(account.number());
        }
        return attempt;
    }

    private Map<String, String> entered(String step) {
        return switch (step) {
            case "username" -> Map.of("username", user.username());
            case "account" -> Map.of("account", account.number(), "accountIdentifier", "");
            default -> Map.of("password", user.password());
        };
    }

    /** Goes on from whatever page is shown to the end. */
    private void finish(PlainTab tab) {
        for (var pages = 0; pages < 6 && !tab.page().hasArrived(); pages++) {
            if (tab.has("loginContinueLink")) {
                tab.press("loginContinueLink");
            } else if (tab.has("password")) {
                tab.passwordAgain(user.password());
            } else if (tab.has("account")) {
                tab.pickAccount(account.number());
            } else if (tab.has("username")) {
                tab.username(user.username());
            }
        }
    }

    private void assertSignedIn(Attempt attempt, PlainTab tab) {
        var claims = application.redeem(attempt, tab).idClaims();
        assertThat(claims).containsEntry("preferred_username", user.username());
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(account.number());
    }

    @Test
    @DisplayName("of another user, finished later, signs in its own user and ends the other's session")
    void twoUsers() {
        var other = Member.of(portal).in(account).make();
        var attempt = at("password");
        var otherTab = tab.another();
        var otherTokens = application.signIn(otherTab, other, account);

        tab.password(user.password());
        assertThat(tab.error()).doesNotContain(other.username());
        assertThat(tab.page().status()).as("%s", tab).isIn(0, 200);
        finish(tab);
        assertSignedIn(attempt, tab);
        assertThat(application.refresh(otherTokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("of another user, finished later through a provider, signs in its own user")
    void twoUsersWithProvider() {
        var other = Member.of(portal).in(account).make();
        try (var provider = new StandInOidcProvider().signsIn(user.username())) {
            var required = Company.of(portal, "sso-preferred").with(provider).make();
            portal.admin().join(user, required);
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).pickAccount(required.number());
            application.signIn(tab.another(), other, account);

            tab.press("sso");
            assertThat(tab.error()).doesNotContain(other.username());
            if (tab.has("account")) {
                tab.pickAccount(required.number());
            }
            if (tab.has("sso")) {
                tab.press("sso");
            }
            var claims = application.redeem(attempt, tab).idClaims();
            assertThat(claims).containsEntry("preferred_username", user.username());
            assertThat(AccountClaim.numberIn(claims)).isEqualTo(required.number());
        }
    }

    @ParameterizedTest(name = "left at the {0}")
    @ValueSource(strings = {"username", "account", "password"})
    @DisplayName("of the same user goes on after the other was finished")
    void finishedElsewhere(String step) {
        var attempt = at(step);
        application.signIn(tab.another(), user, second);
        tab.reload();
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "account", "password"})
    @DisplayName("is finished by its own form only, from whichever tab that is sent")
    void formOfAnotherTab(String step) {
        var attempt = at(step);
        var action = tab.page().actionOf("kc-login");
        var otherAttempt = application.begin();
        var otherTab = tab.another();
        otherTab.open(otherAttempt.url()).username(user.username()).pickAccount(second.number());

        var page = tab.browser().post(action, entered(step));
        tab.open(page.address());
        finish(tab);
        assertSignedIn(attempt, tab);
        if (otherTab.has("password")) {
            otherTab.passwordAgain(user.password());
        }
        assertThat(AccountClaim.numberIn(
                        application.redeem(otherAttempt, otherTab).idClaims()))
                .isEqualTo(second.number());
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "account"})
    @DisplayName("goes on when a form is sent twice")
    void sentTwice(String step) {
        var attempt = at(step);
        var action = tab.page().actionOf("kc-login");
        tab.browser().post(action, entered(step));
        var again = tab.browser().post(action, entered(step));
        assertThat(again.status()).as("%s", again).isEqualTo(200);
        assertThat(again.document().select("main a[href], form [type=submit]")).isNotEmpty();
        tab.open(action);
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "account", "password"})
    @DisplayName("is none when a form is sent twice at once: no error of the server, and a way on")
    void sentTwiceAtOnce(String step) {
        at(step);
        var action = tab.page().actionOf("kc-login");
        var pages = Stream.of(tab.browser(), tab.browser())
                .map(browser -> CompletableFuture.supplyAsync(() -> browser.post(action, entered(step))))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(pages).extracting(PlainPage::status).allMatch(status -> List.of(0, 200, 400)
                .contains(status));
        assertThat(pages).anyMatch(page -> page.hasArrived() || page.status() == 200);
        var attempt = application.begin();
        tab.open(attempt.url());
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "account", "password"})
    @DisplayName("starts from the beginning, and is finished, where the server has lost it meanwhile")
    void lost(String step) {
        var attempt = at(step);
        tab.browser().forgetCookie("AUTH_SESSION_ID");
        var page = tab.browser().post(tab.page().actionOf("kc-login"), entered(step));
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        assertThat(page.has("username")).as("%s", page).isTrue();
        tab.open(page.address());
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @ParameterizedTest(name = "at the {0}")
    @ValueSource(strings = {"username", "account", "password"})
    @DisplayName("keeps its place when the language is changed")
    void language(String step) {
        var attempt = at(step);
        tab.open(tab.page().inLanguage("de"));
        assertThat(tab.page().document().selectFirst("html").attr("lang")).isEqualTo("de");
        assertThat(tab.has(step)).as("%s", tab).isTrue();
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @Test
    @DisplayName("starts afresh from the same link as often as it is pressed")
    void restartedTwice() {
        var attempt = at("password");
        var restart = URI.create(tab.page().element("not-you").absUrl("href"));
        tab.open(restart);
        tab.open(restart);
        assertThat(tab.has("username")).as("%s", tab).isTrue();
        finish(tab);
        assertSignedIn(attempt, tab);
    }

    @Test
    @DisplayName("from an address that was bookmarked before the first one asks for the username only")
    void bookmarkedApplication() {
        var attempt = at("password");
        tab.password(user.password());
        assertSignedIn(attempt, tab);
        tab.open(attempt.url()).username(user.username()).pickAccount(account.number());
        assertSignedIn(attempt, tab);
    }

    @Test
    @DisplayName("with the cookies of a session that has ended asks for username and password")
    void endedSession() {
        application.signIn(tab, user, account);
        portal.admin().endBrowserSessions(user);
        var attempt = at("password");
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        tab.passwordAgain(user.password());
        assertSignedIn(attempt, tab);
    }

    @Test
    @DisplayName("notices in a real browser that its user has signed in in another tab, and asks for the username only")
    void noticed(RealBrowser browser) {
        var member = Member.of(portal).in(account).make();
        var left = browser.tab();
        var attempt = application.begin();
        left.open(attempt.url()).username(member.username());
        var right = browser.tab();
        application.signIn(right, member, account);
        left.page().locator("input[name=username]:visible").waitFor();
        left.username(member.username());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, left).idClaims()))
                .isEqualTo(account.number());
    }
}
