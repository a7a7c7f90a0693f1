package com.micloud.signin.acceptance.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("What an application asks for")
final class HintsIT {
    private User user;
    private Account first;
    private Account second;
    private OidcApplication application;
    private Portal portal;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        var admin = portal.admin();
        first = admin.account("password");
        second = admin.account("password", "Label of " + first.number());
        user = Member.of(portal).in(first, second).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
    }

    private void signIn(Account account) {
        tab.open(application.begin().url()).username(user.username()).pickAccount(account.number());
        tab.password(user.password()).arrival();
    }

    private String error() {
        return Parameters.of(tab.arrival()).get("error");
    }

    @Test
    @DisplayName("login_hint fills in the username and moves on, and Not you? still leads back")
    void loginHint() {
        tab.open(application.with("login_hint", user.username()).begin().url());
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.press("not-you");
        assertThat(tab.has("username")).isTrue();
    }

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"number", "label", "label in another case", "id"})
    @DisplayName("account_hint picks the account")
    void accountHint(String kind) {
        var hint =
                switch (kind) {
                    case "number" -> second.number();
                    case "label" -> second.label();
                    case "id" -> second.id();
                    default -> " " + second.label().toUpperCase(Locale.ROOT) + " ";
                };
        var hinting = application.with("account_hint", hint);
        var attempt = hinting.begin();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        assertThat(AccountClaim.numberIn(hinting.redeem(attempt, tab).idClaims()))
                .isEqualTo(second.number());
    }

    @Test
    @DisplayName("account_hint of an account of others is not followed and not explained")
    void accountHintOfOthers() {
        var others = portal.admin().account("password");
        tab.open(application.with("account_hint", others.number()).begin().url())
                .username(user.username());
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        assertThat(tab.page().body()).doesNotContain(others.name());
    }

    @Test
    @DisplayName("prompt=none without a session answers login_required")
    void promptNoneWithoutSession() {
        tab.open(application.with("prompt", "none").begin().url());
        assertThat(error()).isEqualTo("login_required");
    }

    @Test
    @DisplayName("prompt=none succeeds for the account of the last sign-in, and never shows a page")
    void promptNone() {
        signIn(second);
        var silent = application.with("prompt", "none");
        var attempt = silent.begin();
        tab.open(attempt.url());
        assertThat(AccountClaim.numberIn(silent.redeem(attempt, tab).idClaims()))
                .isEqualTo(second.number());
    }

    @Test
    @DisplayName("prompt=none never signs in another person than the one who is hinted")
    void promptNoneForSomebodyElse() {
        signIn(second);
        var somebodyElse = portal.admin().user();
        tab.open(application
                .with("prompt", "none")
                .with("login_hint", somebodyElse.username())
                .begin()
                .url());
        assertThat(error()).isEqualTo("login_required");
    }

    @Test
    @DisplayName("prompt=none of another application that would have to ask for the account says so")
    void promptNoneOfAnother() {
        signIn(second);
        var other = OidcApplication.made(portal).with("prompt", "none");
        tab.open(other.begin().url());
        assertThat(error()).isIn("account_selection_required", "interaction_required");
    }

    @Test
    @DisplayName("prompt=none of a desktop application, which always asks, answers login_required")
    void promptNoneOfDesktop() {
        signIn(second);
        var desktop =
                OidcApplication.made(portal, Map.of("micloud.kind", "desktop")).with("prompt", "none");
        tab.open(desktop.begin().url());
        assertThat(error()).isEqualTo("login_required");
    }

    @Test
    @DisplayName("prompt=none for an account that wants a provider's proof does not go there")
    void promptNoneForProvider() {
        signIn(second);
        try (var provider = new StandInOidcProvider().signsIn(user.username())) {
            var required = Company.of(portal, "sso-required").with(provider).make();
            portal.admin().join(user, required);
            tab.open(application
                    .with("prompt", "none")
                    .with("account_hint", required.number())
                    .begin()
                    .url());
            assertThat(error()).isIn("login_required", "interaction_required");
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("prompt=login asks for the password again")
    void promptLogin() {
        signIn(second);
        var asking = application.with("prompt", "login");
        var attempt = asking.begin();
        tab.open(attempt.url()).username(user.username()).pickAccount(first.number());
        assertThat(tab.has("password")).isTrue();
        tab.password(user.password());
        assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                .isEqualTo(first.number());
    }

    @Test
    @DisplayName("max_age=0 asks for the password again")
    void maxAge() {
        signIn(second);
        tab.open(application.with("max_age", "0").begin().url()).username(user.username());
        tab.pickAccount(first.number());
        assertThat(tab.has("password")).isTrue();
    }

    @Test
    @DisplayName("prompt=select_account asks for the account again, whatever was hinted")
    void selectAccount() {
        signIn(second);
        var selecting = application.with("prompt", "select_account").with("account_hint", second.number());
        var attempt = selecting.begin();
        tab.open(attempt.url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.pickAccount(first.number());
        assertThat(AccountClaim.numberIn(selecting.redeem(attempt, tab).idClaims()))
                .isEqualTo(first.number());
    }

    @Test
    @DisplayName("kc_idp_hint does not skip the username, and does not lead to a provider of others")
    void idpHint() {
        try (var provider = new StandInOidcProvider().signsIn(user.username())) {
            Company.of(portal, "sso-required").with(provider).make();
            tab.open(application.with("kc_idp_hint", provider.alias()).begin().url());
            assertThat(tab.has("username")).isTrue();
            tab.username(user.username()).pickAccount(first.number());
            assertThat(tab.has("password")).isTrue();
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("kc_idp_hint of one of the account's own providers goes straight to it")
    void idpHintOfOwn() {
        try (var provider = new StandInOidcProvider()) {
            var member = Member.of(portal).in("sso-optional", provider).make();
            var hinting = application.with("kc_idp_hint", provider.alias());
            var attempt = hinting.begin();
            tab.open(attempt.url()).username(member.username());
            assertThat(AccountClaim.numberIn(hinting.redeem(attempt, tab).idClaims()))
                    .isEqualTo(member.account().number());
            assertThat(provider.requests()).hasSize(1);
        }
    }
}
