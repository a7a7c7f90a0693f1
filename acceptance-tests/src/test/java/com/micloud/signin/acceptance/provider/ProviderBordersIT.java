package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A provider of one customer")
final class ProviderBordersIT {
    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    @Nested
    @DisplayName("over OpenID Connect")
    final class Oidc {
        @AutoClose
        private Customer<StandInOidcProvider> victim;

        @AutoClose
        private Customer<StandInOidcProvider> attacker;

        @BeforeEach
        void meet() {
            victim = Customer.withOidc(portal);
            attacker = Customer.withOidc(portal);
            victim.provider().pausing();
            attacker.provider().pausing().signsIn(victim.member().username());
        }

        @Test
        @DisplayName("cannot be put into the address that leads to another's")
        void anotherAlias() {
            portal.admin().setAttribute(victim.account(), "micloud.signInPolicy", "sso-optional");
            attacker.provider().recovered();
            var attack = Attack.on(portal, victim.member(), attacker.member());
            tab.open(application.begin().url()).username(victim.member().username());
            var form = tab.page().parametersOf("kc-login");
            form.remove("execution");
            var path = "broker/" + attacker.provider().alias() + "/login";
            tab.open(URI.create(portal.realm(path) + "?" + Parameters.encode(form)));
            attack.failed(tab.page(), 403, "wrong_provider");
        }

        @Test
        @DisplayName("is not reached by kc_idp_hint for a member of another")
        void hint() {
            var attack = Attack.on(portal, victim.member(), attacker.member());
            var hinting = application.with("kc_idp_hint", attacker.provider().alias());
            tab.open(hinting.begin().url()).username(victim.member().username());
            assertThat(attacker.provider().requests()).isEmpty();
            assertThat(victim.provider().requests()).hasSize(1);
            attack.assertNobodyGotIn(tab.page());
        }

        @Test
        @DisplayName("cannot answer for another's, even with its nonce")
        void answersForAnother() {
            var attack = Attack.on(portal, victim.member(), attacker.member());
            tab.open(application.begin().url()).username(victim.member().username());
            var request = new HashMap<>(victim.provider().lastRequest());
            var mine = portal.realm("broker/" + attacker.provider().alias() + "/endpoint");
            request.put("redirect_uri", mine.toString());
            tab.open(attacker.provider().answerTo(request));
            attack.failed(tab.page(), 403, "wrong_provider");
        }

        @Test
        @DisplayName("gives codes that another's address takes for nothing (mix-up)")
        void codeForAnother() {
            var attack = Attack.on(portal, victim.member(), attacker.member());
            tab.open(application.begin().url()).username(victim.member().username());
            var request = victim.provider().lastRequest();
            tab.open(attacker.provider().answerTo(request));
            attack.failed(tab.page(), 502, "identity_provider_login_failure");
        }

        @Test
        @DisplayName("ends no session of another's members")
        void logOut() {
            var provider = victim.provider().recovered();
            tab.open(application.begin().url())
                    .username(victim.member().username())
                    .arrival();
            assertThat(portal.admin().sessions(victim.member())).isEqualTo(1);
            var attack = Attack.on(portal, victim.member());
            var address = portal.realm("broker/" + attacker.provider().alias() + "/endpoint/logout_response");
            var session = portal.admin()
                    .get("/users/" + victim.member().id() + "/sessions")
                    .get(0)
                    .get("id")
                    .asText();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(URI.create(address + "?state=" + session));
            attack.failed(elsewhere.page(), 400, "user_session_not_found");
            assertThat(provider.requests()).hasSize(1);
        }
    }

    @Nested
    @DisplayName("over SAML")
    final class Saml {
        @AutoClose
        private Customer<StandInSamlProvider> victim;

        @AutoClose
        private Customer<StandInSamlProvider> attacker;

        @BeforeEach
        void meet() {
            victim = Customer.withSaml(portal);
            attacker = Customer.withSaml(portal);
            victim.provider().pausing();
            attacker.provider().signsIn(victim.member().username());
        }

        @Test
        @DisplayName("signs answers that another's address refuses")
        void answerForAnother() {
            var attack = Attack.on(portal, victim.member(), attacker.member());
            tab.open(application.begin().url()).username(victim.member().username());
            var target = victim.provider();
            attacker.provider().spoiling(answer -> answer.set("issuer", target.address())
                    .set("destination", target.consumer().toString())
                    .set("inResponseTo", target.lastRequestId()));
            var form = new HashMap<>(attacker.provider().unsolicited());
            form.put("RelayState", target.answer().get("RelayState"));
            tab.post(target.consumer(), form);
            attack.failed(tab.page(), 502, "identity_provider_login_failure");
        }

        @Test
        @DisplayName("cannot answer for another's at its own address")
        void answersAtItsOwn() {
            var attack = Attack.on(portal, victim.member(), attacker.member());
            tab.open(application.begin().url()).username(victim.member().username());
            var target = victim.provider();
            attacker.provider().spoiling(answer -> answer.set("inResponseTo", target.lastRequestId()));
            var form = new HashMap<>(attacker.provider().unsolicited());
            form.put("RelayState", target.answer().get("RelayState"));
            tab.post(attacker.provider().consumer(), form);
            attack.failed(tab.page(), 403, "wrong_provider");
        }

        @Test
        @DisplayName("ends no session of another's members")
        void logOut() {
            var answer = victim.provider();
            tab.open(application.begin().url()).username(victim.member().username());
            tab.post(answer.consumer(), answer.answer()).arrival();
            assertThat(portal.admin().sessions(victim.member())).isEqualTo(1);
            var consumer = attacker.provider().consumer();
            var request = attacker.provider()
                    .logoutRequest(consumer.toString(), victim.member().username());
            PlainTab.wantingPages().browser().post(consumer, Map.of("SAMLRequest", request));
            var unsigned = attacker.provider()
                    .logoutRequest(answer.consumer().toString(), victim.member().username());
            PlainTab.wantingPages().browser().post(answer.consumer(), Map.of("SAMLRequest", unsigned));
            assertThat(portal.admin().sessions(victim.member())).isEqualTo(1);
        }
    }
}
