package com.micloud.signin.acceptance.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The account in the tokens")
final class TokensIT {
    @Test
    @DisplayName("is the same in ID token, access token, userinfo and introspection, with id, number, name and label")
    void everywhere(Portal portal) {
        var admin = portal.admin();
        var account = admin.account("password", "Label " + Names.word());
        var user = Member.of(portal).in(account).make();
        var application = OidcApplication.of(portal, admin.confidentialApplication(Map.of()));
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
        var account = Company.of(portal, "password")
                .with("micloud.displayName", "Zahnärzte <Nord>")
                .make();
        var user = Member.of(portal).in(account).make();
        var application = OidcApplication.made(portal);
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
        var first = admin.account("password");
        var second = admin.account("password");
        var user = Member.of(portal).in(first, second).make();
        var application = OidcApplication.made(portal);
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
        var left = admin.account("password");
        var right = admin.account("password");
        var user = Member.of(portal).in(left, right).make();
        var application = OidcApplication.made(portal);
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
        var user = Member.of(portal).in("password").make();
        var application = OidcApplication.made(portal).with("response_mode", "fragment");
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("A user of no account gets a page and no token")
    void noAccount(Portal portal) {
        var user = portal.admin().user();
        var application = OidcApplication.made(portal);
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
        var user = Member.of(portal).in("password").make();
        var application = OidcApplication.made(portal);
        PlainTab.fresh()
                .open(application.begin().url())
                .username(user.username())
                .password(user.password())
                .arrival();
        var event = portal.events().lastOf(user);
        assertThat(event.type()).isEqualTo("LOGIN");
        assertThat(event.detail("micloud_account")).isEqualTo(user.account().number());
        assertThat(event.detail("micloud_method")).isEqualTo("password");
        assertThat(event.detail("micloud_route")).isEqualTo("password");
    }

    @Test
    @DisplayName("Access tokens of public applications are not meant for the application itself, as by Keycloak")
    void publicAudience(Portal portal) {
        var admin = portal.admin();
        var user = Member.of(portal).in("password").make();
        var clientId = admin.application(Map.of());
        var tokens = OidcApplication.of(portal, clientId).signIn(PlainTab.fresh(), user);
        assertThat(String.valueOf(tokens.accessClaims().get("aud"))).doesNotContain(clientId);
    }

    @Nested
    @DisplayName("by Keycloak's own scope organization")
    final class StockScope {
        private Portal portal;
        private User user;
        private Account chosen;
        private Account other;
        private String clientId;
        private final PlainTab tab = PlainTab.fresh();

        @BeforeEach
        void meet(Portal portal) {
            this.portal = portal;
            var admin = portal.admin();
            chosen = admin.account("password");
            other = admin.account("password");
            user = Member.of(portal).in(chosen, other).make();
            clientId = admin.confidentialApplication(Map.of());
            admin.offerScope(clientId, "organization");
        }

        private OidcApplication asking(String scope) {
            return OidcApplication.of(portal, clientId)
                    .with("scope", "openid " + scope.replace("other", other.number()));
        }

        private void assertNames(Account account, Object claim) {
            assertThat(claim).isEqualTo(List.of(account.number()));
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"organization", "organization:*", "organization:other"})
        @DisplayName("is the chosen one, in every token and answer, whatever the scope asks for")
        void chosen(String scope) {
            var application = asking(scope);
            var tokens = application.signIn(tab, user, chosen);
            assertNames(chosen, tokens.idClaims().get("organization"));
            assertNames(chosen, tokens.accessClaims().get("organization"));
            assertNames(chosen, application.introspect(tokens).get("organization"));
            assertNames(chosen, application.userinfo(tokens).get("organization"));
            var refreshed = application.refresh(tokens).tokens();
            assertNames(chosen, refreshed.accessClaims().get("organization"));
            assertNames(chosen, refreshed.idClaims().get("organization"));
        }

        @Test
        @DisplayName("is each tab's own, and stays so when the browser signs in for another account")
        void twoTabs() {
            var application = asking("organization");
            var leftTab = tab;
            var rightTab = leftTab.another();
            var leftAttempt = application.begin();
            var rightAttempt = application.begin();
            leftTab.open(leftAttempt.url()).username(user.username());
            rightTab.open(rightAttempt.url()).username(user.username());
            leftTab.pickAccount(chosen.number());
            rightTab.pickAccount(other.number());
            leftTab.password(user.password());
            rightTab.password(user.password());

            var left = application.redeem(leftAttempt, leftTab);
            var right = application.redeem(rightAttempt, rightTab);
            assertNames(chosen, left.accessClaims().get("organization"));
            assertNames(other, right.accessClaims().get("organization"));
            assertNames(
                    chosen, application.refresh(left).tokens().accessClaims().get("organization"));
            assertNames(chosen, application.introspect(left).get("organization"));
        }

        @Test
        @DisplayName("does not go on once the membership has ended")
        void left() {
            var application = asking("organization");
            var tokens = application.signIn(tab, user, chosen);
            portal.admin().leave(user, chosen);
            assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
        }

        @Test
        @DisplayName("is the chosen one in SAML assertions, where Keycloak offers it to every new application")
        void saml() {
            var application = SamlApplication.made(portal, Map.of());
            var request = application.begin();
            tab.open(request.url()).username(user.username()).pickAccount(chosen.number());
            tab.password(user.password());
            assertThat(application.accept(request, tab).attributes())
                    .containsEntry("organization", List.of(chosen.number()))
                    .containsEntry("micloud_account_number", List.of(chosen.number()));
        }
    }
}
