package com.micloud.signin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The account in the tokens")
final class TokensIT {
    @Test
    @DisplayName("is the same in ID token, access token, userinfo and introspection, with id, number, name and label")
    void everywhere(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var account = admin.account("password", "Label " + Names.word());
        admin.join(user, account);
        var clientId = admin.confidentialApplication(Map.of());
        // Keycloak lets an application introspect only tokens that are meant for it.
        admin.addAudience(clientId, clientId);
        var application = OidcApplication.of(portal, clientId);
        var attempt = application.begin();
        var tokens = application.redeem(
                attempt,
                PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password()));

        var expected = Map.of(
                "id", account.id(),
                "number", account.number(),
                "name", account.name(),
                "partner_label", account.label());
        assertThat(AccountClaim.in(tokens.idClaims())).isEqualTo(expected);
        assertThat(AccountClaim.in(tokens.accessClaims())).isEqualTo(expected);
        assertThat(AccountClaim.in(application.userinfo(tokens))).isEqualTo(expected);
        assertThat(AccountClaim.in(application.introspect(tokens))).isEqualTo(expected);
        assertThat(tokens.idClaims()).doesNotContainKey("organization");
    }

    @Test
    @DisplayName("has the display name where there is one, and no label where there is none")
    void displayName(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var account =
                admin.account(Names.accountNumber(), "password", "", Map.of("micloud.displayName", "Zahnärzte <Nord>"));
        admin.join(user, account);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var attempt = application.begin();
        var tokens = application.redeem(
                attempt,
                PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password()));

        assertThat(AccountClaim.in(tokens.idClaims()))
                .isEqualTo(Map.of("id", account.id(), "number", account.number(), "name", "Zahnärzte <Nord>"));
    }

    @Test
    @DisplayName("stays with the refresh token when the same browser signs in for another account")
    void refresh(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var first = admin.account("password");
        var second = admin.account("password");
        admin.join(user, first, second);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var tab = PlainTab.fresh();

        var firstAttempt = application.begin();
        tab.open(firstAttempt.url()).username(user.username()).pickAccount(first.number());
        tab.password(user.password());
        var firstTokens = application.redeem(firstAttempt, tab);
        var secondAttempt = application.begin();
        tab.open(secondAttempt.url()).username(user.username()).pickAccount(second.number());
        var secondTokens = application.redeem(secondAttempt, tab);

        var firstAgain = application.refresh(firstTokens).tokens();
        var secondAgain = application.refresh(secondTokens).tokens();
        assertThat(AccountClaim.numberIn(firstAgain.accessClaims())).isEqualTo(first.number());
        assertThat(AccountClaim.numberIn(firstAgain.idClaims())).isEqualTo(first.number());
        assertThat(AccountClaim.numberIn(secondAgain.accessClaims())).isEqualTo(second.number());
        assertThat(AccountClaim.numberIn(application.userinfo(firstTokens))).isEqualTo(first.number());
        assertThat(AccountClaim.numberIn(application.userinfo(secondTokens))).isEqualTo(second.number());
        var onceMore = application.refresh(firstAgain).tokens();
        assertThat(AccountClaim.numberIn(onceMore.accessClaims())).isEqualTo(first.number());
    }

    @Test
    @DisplayName("is each tab's own when two tabs of a browser sign in side by side")
    void twoTabs(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var left = admin.account("password");
        var right = admin.account("password");
        admin.join(user, left, right);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var leftTab = PlainTab.fresh();
        var rightTab = leftTab.another();
        var leftAttempt = application.begin();
        var rightAttempt = application.begin();

        leftTab.open(leftAttempt.url()).username(user.username());
        rightTab.open(rightAttempt.url()).username(user.username());
        leftTab.pickAccount(left.number());
        rightTab.pickAccount(right.number());
        leftTab.password(user.password());
        rightTab.password(user.password());

        assertThat(AccountClaim.numberIn(
                        application.redeem(leftAttempt, leftTab).idClaims()))
                .isEqualTo(left.number());
        assertThat(AccountClaim.numberIn(
                        application.redeem(rightAttempt, rightTab).idClaims()))
                .isEqualTo(right.number());
    }

    @Test
    @DisplayName("names the account also when an application takes its answer by form or fragment")
    void responseModes(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var account = admin.account("password");
        admin.join(user, account);
        var application =
                OidcApplication.of(portal, admin.application(Map.of())).with("response_mode", "fragment");
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(account.number());
    }

    @Test
    @DisplayName("A user of no account gets a page and no token")
    void noAccount(Portal portal) {
        var user = portal.admin().user();
        var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(tab.page().status()).isEqualTo(403);
        assertThat(tab.error()).contains("does not belong to any MiCloud account");
        assertThat(tab.has("try-again")).isTrue();
        var event = portal.events().lastOf(user);
        assertThat(event.type()).isEqualTo("LOGIN_ERROR");
        assertThat(event.error()).isEqualTo("access_denied");
        assertThat(event.detail("micloud_refusal")).isEqualTo("no_account");
    }

    @Test
    @DisplayName("The event of a sign-in tells the account and the way in")
    void event(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var account = admin.account("password");
        admin.join(user, account);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        PlainTab.fresh()
                .open(application.begin().url())
                .username(user.username())
                .password(user.password())
                .arrival();
        var event = portal.events().lastOf(user);
        assertThat(event.type()).isEqualTo("LOGIN");
        assertThat(event.detail("micloud_account")).isEqualTo(account.number());
        assertThat(event.detail("micloud_method")).isEqualTo("password");
        assertThat(event.detail("micloud_route")).isEqualTo("password");
    }
}
