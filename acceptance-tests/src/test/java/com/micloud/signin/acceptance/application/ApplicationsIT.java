package com.micloud.signin.acceptance.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The applications of the realm")
final class ApplicationsIT {
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "account-portal", "teamwork-web", "salesforce-cti", "connect-chrome", "contact-center",
                "contact-center-director", "agent-manager", "gccs", "desktop-client", "teamwork-desktop",
                "telephony-microsoft", "act-integration", "ams360-integration", "application-dialer", "easypop",
                "netsuite-integration", "dynamics-integration", "teamwork-mobile", "connect-mobile"
            })
    @DisplayName("each get the user and the account")
    void each(String clientId, Portal portal) {
        var user = Member.of(portal).in("password").make();
        var application = OidcApplication.of(portal, clientId);
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(user.account().number());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"desktop-client", "teamwork-mobile"})
    @DisplayName("Native applications get a long session where they ask for one")
    void offline(String clientId, Portal portal) {
        var user = Member.of(portal).in("password").make();
        var application = OidcApplication.of(portal, clientId).with("scope", "openid offline_access");
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(user.username()).password(user.password());
        var tokens = application.redeem(attempt, tab);
        portal.admin().endBrowserSessions(user);
        var refreshed = application.refresh(tokens).tokens();
        assertThat(AccountClaim.numberIn(refreshed.accessClaims()))
                .isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("One without PKCE is refused")
    void withoutPkce(Portal portal) {
        var application = OidcApplication.of(portal, "account-portal")
                .with("code_challenge", "")
                .with("code_challenge_method", "");
        var tab = PlainTab.fresh();
        tab.open(application.begin().url());
        assertThat(tab.arrival().toString()).contains("error=invalid_request");
    }

    @Nested
    @DisplayName("Contact Center")
    final class ContactCenter {
        @Test
        @DisplayName("asks for the account after the password, and offers no Forgot Password")
        void accountAfterPassword(Portal portal) {
            var admin = portal.admin();
            var first = admin.account("password");
            var second = admin.account("password");
            var user = Member.of(portal).in(first, second).make();
            var application = OidcApplication.of(portal, "contact-center");
            var attempt = application.begin();
            var tab = PlainTab.fresh();
            tab.open(attempt.url()).username(user.username());
            assertThat(tab.has("password")).isTrue();
            assertThat(tab.has("forgot-password")).isFalse();
            assertThat(tab.page().body()).doesNotContain(first.number());
            tab.password("Wrong-one1");
            assertThat(tab.error()).contains("The password is incorrect").doesNotContain("reset");
            assertThat(tab.has("forgot-password")).isFalse();
            tab.password(user.password());
            assertThat(tab.heading()).isEqualTo("Multiple accounts located");
            tab.pickAccount(second.number());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(second.number());
        }

        @Test
        @DisplayName("lists the accounts after the password also where the realm says typed")
        void listedAfterPassword(Portal portal) {
            var admin = portal.admin();
            var first = admin.account("password");
            var second = admin.account("password");
            var user = Member.of(portal).in(first, second).make();
            admin.changeRealm(realm -> realm.withObject("/attributes").put("micloud.accountDisclosure", "typed"));
            try {
                var tab = PlainTab.fresh();
                tab.open(OidcApplication.of(portal, "contact-center").begin().url());
                tab.username(user.username()).password(user.password());
                assertThat(tab.page().document().select("#account option").eachAttr("value"))
                        .contains(first.number(), second.number());
            } finally {
                admin.changeRealm(realm -> realm.withObject("/attributes").put("micloud.accountDisclosure", "listed"));
            }
        }

        @Test
        @DisplayName("takes an account that prefers Single Sign On by password, without a button")
        void withoutSso(Portal portal) {
            try (var provider = new StandInOidcProvider()) {
                var user = Member.of(portal).in("sso-preferred", provider).make();
                var application = OidcApplication.of(portal, "contact-center");
                var attempt = application.begin();
                var tab = PlainTab.fresh();
                tab.open(attempt.url()).username(user.username());
                assertThat(tab.has("sso")).isFalse();
                tab.password(user.password());
                assertThat(AccountClaim.numberIn(
                                application.redeem(attempt, tab).idClaims()))
                        .isEqualTo(user.account().number());
            }
        }

        @Test
        @DisplayName("cannot open an account that requires Single Sign On, and says so")
        void ssoRequired(Portal portal) {
            try (var provider = new StandInOidcProvider()) {
                var required = Company.of(portal, "sso-required").with(provider).make();
                var user = Member.of(portal).in("password").in(required).make();
                var tab = PlainTab.fresh();
                tab.open(OidcApplication.of(portal, "contact-center").begin().url());
                tab.username(user.username()).password(user.password()).pickAccount(required.number());
                assertThat(tab.page().status()).isEqualTo(403);
                assertThat(portal.events().lastOf(user).detail("micloud_refusal"))
                        .isEqualTo("application_without_sso");
            }
        }
    }

    @Nested
    @DisplayName("Support Site")
    final class SupportSite {
        @Test
        @DisplayName("gets the account as SAML attributes")
        void attributes(Portal portal) {
            var admin = portal.admin();
            var labelled = admin.account("password", "Label " + Names.word());
            var plain = admin.account("password");
            var user = Member.of(portal).in(labelled, plain).make();
            var site = SamlApplication.of(portal, "support-site");
            var request = site.begin();
            var tab = PlainTab.fresh();
            tab.open(request.url()).username(user.username()).pickAccount(labelled.number());
            tab.password(user.password());
            var assertion = site.accept(request, tab);
            assertThat(assertion.nameId()).isEqualTo(user.username());
            assertThat(assertion.attribute("micloud_account_id")).isEqualTo(labelled.id());
            assertThat(assertion.attribute("micloud_account_number")).isEqualTo(labelled.number());
            assertThat(assertion.attribute("micloud_account_name")).isEqualTo(labelled.name());
            assertThat(assertion.attribute("micloud_partner_label")).isEqualTo(labelled.label());

            var again = site.begin();
            tab.open(again.url()).username(user.username()).pickAccount(plain.number());
            var second = site.accept(again, tab);
            assertThat(second.attribute("micloud_account_number")).isEqualTo(plain.number());
            assertThat(second.attributes()).doesNotContainKey("micloud_partner_label");
        }

        @Test
        @DisplayName("asks for the password again where its request forces that")
        void forceAuthn(Portal portal) {
            var user = Member.of(portal).in("password").make();
            var site = SamlApplication.of(portal, "support-site");
            var tab = PlainTab.fresh();
            tab.open(site.begin().url()).username(user.username()).password(user.password());
            tab.arrival();
            var forced = site.begin(request -> request.forceAuthn(true));
            tab.open(forced.url()).username(user.username());
            assertThat(tab.has("password")).isTrue();
            tab.password(user.password());
            assertThat(site.accept(forced, tab).nameId()).isEqualTo(user.username());
        }

        @Test
        @DisplayName("asks for the password also when the user starts over in a request that forces that")
        void forceAuthnAfterStartingOver(Portal portal) {
            var user = Member.of(portal).in("password").make();
            var site = SamlApplication.of(portal, "support-site");
            var tab = PlainTab.fresh();
            tab.open(site.begin().url()).username(user.username()).password(user.password());
            tab.arrival();
            var forced = site.begin(request -> request.forceAuthn(true));
            tab.open(forced.url()).username(user.username());
            tab.press("not-you").username(user.username());
            assertThat(tab.has("password")).as("%s", tab).isTrue();
        }
    }
}
