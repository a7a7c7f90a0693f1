package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("What is switched off")
final class SwitchedOffIT {
    /** What an operator may do between a sign-in and a refresh. */
    enum Change {
        ACCOUNT_SWITCHED_OFF,
        ACCOUNT_DELETED,
        USER_SWITCHED_OFF,
        USER_DELETED,
        MEMBERSHIP_ENDED,
        PASSWORD_NO_LONGER_TAKEN;

        void make(Admin admin, User user, Account account) {
            switch (this) {
                case ACCOUNT_SWITCHED_OFF -> admin.enable(account, false);
                case ACCOUNT_DELETED -> admin.delete(account);
                case USER_SWITCHED_OFF -> admin.enable(user, false);
                case USER_DELETED -> admin.delete(user);
                case MEMBERSHIP_ENDED -> admin.leave(user, account);
                case PASSWORD_NO_LONGER_TAKEN -> admin.setAttribute(account, "micloud.signInPolicy", "sso-required");
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Change.class)
    @DisplayName("ends the life of refresh tokens")
    void refresh(Change change, Portal portal) {
        var admin = portal.admin();
        var account = admin.account("password");
        var other = admin.account("password");
        var user = Member.of(portal).in(account, other).make();
        var application = OidcApplication.made(portal);
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(user.username());
        tab.pickAccount(account.number()).password(user.password());
        var tokens = application.refresh(application.redeem(attempt, tab)).tokens();

        change.make(admin, user, account);

        assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("A provider that is switched off ends the life of refresh tokens that came from it")
    void refreshAfterProvider(Portal portal) {
        var admin = portal.admin();
        try (var provider = new StandInOidcProvider()) {
            var user = Member.of(portal)
                    .withoutPassword()
                    .in("sso-required", provider)
                    .make();
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tokens = application.redeem(
                    attempt, PlainTab.fresh().open(attempt.url()).username(user.username()));
            tokens = application.refresh(tokens).tokens();

            admin.enableProvider(provider.alias(), false);

            assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    @Test
    @DisplayName("The only account of a user, switched off, is refused with a page and an event")
    void account(Portal portal) {
        var admin = portal.admin();
        var user = Member.of(portal).in("password").make();
        admin.enable(user.account(), false);
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password(user.password());

        assertThat(tab.page().status()).isEqualTo(403);
        assertThat(tab.error()).contains("switched off").contains("Authorized Contact");
        var event = portal.events().lastOf(user);
        assertThat(event.type()).isEqualTo("LOGIN_ERROR");
        assertThat(event.error()).isEqualTo("access_denied");
        assertThat(event.detail("micloud_refusal")).isEqualTo("account_disabled");
        assertThat(event.detail("micloud_account")).isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("One of several accounts, switched off, is not among the choices")
    void oneOfSeveral(Portal portal) {
        var admin = portal.admin();
        var on = admin.account("password");
        var off = admin.account("password");
        var alsoOn = admin.account("password");
        var user = Member.of(portal).in(on, off, alsoOn).make();
        admin.enable(off, false);
        var application = OidcApplication.made(portal);
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(user.username());
        assertThat(tab.page().document().select("#account option").eachAttr("value"))
                .containsExactlyInAnyOrder("", on.number(), alsoOn.number());
        tab.pickAccount(alsoOn.number()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(alsoOn.number());
    }

    @Test
    @DisplayName("A user who is switched off sees what everybody sees after a wrong password")
    void userWithWrongPassword(Portal portal) {
        var admin = portal.admin();
        var user = Member.of(portal).in("password").make();
        admin.enable(user, false);
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password("Wrong-one1");
        assertThat(tab.page().status()).isEqualTo(200);
        assertThat(tab.error()).contains("The password is incorrect");
    }

    @Test
    @DisplayName("A user who is switched off is told so after the right password")
    void user(Portal portal) {
        var admin = portal.admin();
        var user = Member.of(portal).in("password").make();
        admin.enable(user, false);
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(tab.page().status()).isEqualTo(403);
        assertThat(tab.error()).contains("switched off");
        var event = portal.events().lastOf(user);
        assertThat(event.type()).isEqualTo("LOGIN_ERROR");
        assertThat(event.error()).isEqualTo("user_disabled");
    }

    @Test
    @DisplayName("An application that the realm does not know leads to a page, not to an error of the server")
    void unknownApplication(Portal portal) {
        var tab = PlainTab.fresh();
        tab.open(OidcApplication.unknown(portal, "nobody-knows-me").begin().url());
        assertThat(tab.page().status()).isEqualTo(400);
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.page().body()).doesNotContain("nobody-knows-me");
    }

    @Test
    @DisplayName("An application that is switched off leads to a page, not to an error of the server")
    void applicationSwitchedOff(Portal portal) {
        var clientId = portal.admin().application(Map.of());
        portal.admin().changeClient(clientId, client -> client.put("enabled", false));
        var tab = PlainTab.fresh();
        tab.open(OidcApplication.unknown(portal, clientId).begin().url());
        assertThat(tab.page().status()).isEqualTo(400);
        assertThat(tab.error()).isNotEmpty();
    }

    @Test
    @DisplayName("An address that is not the application's gets no answer but a page")
    void openRedirect(Portal portal) {
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application
                .with("redirect_uri", "https://evil.example/callback")
                .begin()
                .url());
        assertThat(tab.page().hasArrived()).isFalse();
        assertThat(tab.page().status()).isEqualTo(400);
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.page().body()).doesNotContain("evil.example");
    }
}
