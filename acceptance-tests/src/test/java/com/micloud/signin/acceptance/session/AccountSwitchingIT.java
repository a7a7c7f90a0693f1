package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("Another account, without signing out")
final class AccountSwitchingIT {
    private Portal portal;
    private User user;
    private Account first;
    private Account second;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        first = portal.admin().account("password");
        second = portal.admin().account("password");
        user = Member.of(portal).in(first, second).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
    }

    private static void assertIn(Account account, Map<String, Object> claims) {
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(account.number());
    }

    @Test
    @DisplayName("is asked for by prompt=select_account, and asks for nothing but the account")
    void selected() {
        application.signIn(tab, user, first);
        var selecting = application.with("prompt", "select_account").with("login_hint", user.username());
        var attempt = selecting.begin();
        tab.open(attempt.url());
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.pickAccount(second.number());
        assertIn(second, selecting.redeem(attempt, tab).idClaims());
    }

    @Test
    @DisplayName("may be the same account again")
    void selectedAgain() {
        application.signIn(tab, user, first);
        var selecting = application.with("prompt", "select_account").with("login_hint", user.username());
        var attempt = selecting.begin();
        tab.open(attempt.url()).pickAccount(first.number());
        assertIn(first, selecting.redeem(attempt, tab).idClaims());
    }

    @ParameterizedTest(name = "as a {0} application")
    @ValueSource(strings = {"username", "session"})
    @DisplayName("is named by account_hint, and asks for nothing")
    void hinted(String reentry) {
        var app = OidcApplication.made(portal, Map.of("micloud.reentry", reentry));
        app.signIn(tab, user, first);
        var hinting = app.with("account_hint", second.number()).with("login_hint", user.username());
        var attempt = hinting.begin();
        tab.open(attempt.url());
        assertIn(second, hinting.redeem(attempt, tab).idClaims());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"openid", "openid offline_access"})
    @DisplayName("in another tab leaves each tab its own, through refreshes in any order: scope")
    void interleaved(String scope) {
        var app = application.with("scope", scope);
        var left = app.signIn(tab, user, first);
        var right = app.signIn(tab.another(), user, second);
        for (var round = 0; round < 3; round++) {
            left = refreshed(app, left, first);
            right = refreshed(app, right, second);
        }
        right = refreshed(app, right, second);
        refreshed(app, left, first);
        refreshed(app, right, second);
    }

    @ParameterizedTest(name = "{0} beside {1}")
    @CsvSource({"openid offline_access, openid", "openid, openid offline_access"})
    @DisplayName("in another tab leaves each tab its own where only one has a long session:")
    void mixed(String scopeOfFirst, String scopeOfSecond) {
        var left = application.with("scope", scopeOfFirst).signIn(tab, user, first);
        var right = application.with("scope", scopeOfSecond).signIn(tab.another(), user, second);
        left = refreshed(application, left, first);
        right = refreshed(application, right, second);
        refreshed(application, left, first);
        refreshed(application, right, second);
    }

    @Test
    @DisplayName("in another tab leaves each long session its own after the browser has ended")
    void outlivingTheBrowser() {
        var app = application.with("scope", "openid offline_access");
        var left = app.signIn(tab, user, first);
        var right = app.signIn(tab.another(), user, second);
        portal.admin().endBrowserSessions(user);
        left = refreshed(app, left, first);
        right = refreshed(app, right, second);
        refreshed(app, left, first);
        refreshed(app, right, second);
    }

    @Test
    @DisplayName("in another tab may be another application's as well")
    void applications() {
        var other = OidcApplication.made(portal, Map.of("micloud.kind", "mobile"));
        var left = application.signIn(tab, user, first);
        var right = other.signIn(tab.another(), user, second);
        left = refreshed(application, left, first);
        refreshed(other, right, second);
        refreshed(application, left, first);
    }

    private static Tokens refreshed(OidcApplication app, Tokens tokens, Account account) {
        var fresh = app.refresh(tokens).tokens();
        assertIn(account, tokens.idClaims());
        assertIn(account, fresh.accessClaims());
        assertIn(account, fresh.idClaims());
        assertIn(account, app.userinfo(fresh));
        return fresh;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"account-portal", "support-site"})
    @DisplayName("is a button on the demo's page, for each kind of application:")
    void demo(String clientId) {
        tab.open(portal.realm("demo"));
        press("button[value=" + clientId + "]").username(user.username());
        tab.pickAccount(first.number()).password(user.password());
        assertThat(tab.page().document().text()).contains(first.number()).doesNotContain(second.number());

        press("button.another-account");
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.pickAccount(second.number());
        assertThat(tab.page().document().text()).contains(second.number()).doesNotContain(first.number());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"desktop-client", "teamwork-mobile"})
    @DisplayName("asks for the password once more where only a long session is left:")
    void demoOfLongSession(String clientId) {
        tab.open(portal.realm("demo"));
        press("button[value=" + clientId + "]").username(user.username());
        tab.pickAccount(first.number()).password(user.password());
        press("button.another-account").pickAccount(second.number());
        tab.passwordAgain(user.password());
        assertThat(tab.page().document().text()).contains(second.number()).doesNotContain(first.number());
    }

    /** Presses a button of the demo's page, which are known by what they do. */
    private PlainTab press(String selector) {
        var button = tab.page().document().selectFirst(selector);
        assertThat(button).as("%s on %s", selector, tab).isNotNull();
        var form = (FormElement) button.closest("form");
        var fields = new LinkedHashMap<String, String>();
        form.formData().forEach(field -> fields.put(field.key(), field.value()));
        if (!button.attr("name").isEmpty()) {
            fields.put(button.attr("name"), button.attr("value"));
        }
        return tab.post(URI.create(form.absUrl("action")), fields);
    }
}
