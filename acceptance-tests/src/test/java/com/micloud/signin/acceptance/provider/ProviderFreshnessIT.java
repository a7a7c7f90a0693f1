package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@DisplayName("A new proof that an application asks for")
final class ProviderFreshnessIT {
    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    private <P extends StandInProvider> void assertAdmitted(Customer<P> customer, OidcApplication asking) {
        var attempt = asking.begin();
        tab.open(attempt.url()).username(customer.member().username());
        assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                .isEqualTo(customer.account().number());
    }

    private <P extends StandInProvider> void assertTooOld(Customer<P> customer, OidcApplication asking) {
        var attack = Attack.on(portal, customer.member());
        tab.open(asking.begin().url()).username(customer.member().username());
        attack.failed(tab.page(), 502, "identity_provider_login_failure");
        assertThat(portal.events().of(customer.member()))
                .extracting(event -> event.detail("reason"))
                .contains("authentication_too_old");
    }

    @Nested
    @DisplayName("of an OpenID Connect provider")
    final class Oidc {
        @AutoClose
        private Customer<StandInOidcProvider> customer;

        private StandInOidcProvider provider;

        @BeforeEach
        void meet() {
            customer = Customer.withOidc(portal);
            provider = customer.provider();
        }

        @Test
        @DisplayName("is handed on as max_age, and an answer as new as that is taken")
        void maxAge() {
            provider.provedAgo(Duration.ofSeconds(200));
            assertAdmitted(customer, application.with("max_age", "300"));
            assertThat(provider.lastRequest()).containsEntry("max_age", "300").doesNotContainKey("prompt");
        }

        @Test
        @DisplayName("is handed on as prompt=login and max_age=0, whatever the provider's own setting")
        void promptLogin() {
            portal.admin().change("/identity-provider/instances/" + provider.alias(), node -> node.withObject("/config")
                    .put("prompt", "select_account")
                    .put("passMaxAge", "true"));
            assertAdmitted(customer, application.with("prompt", "login"));
            assertThat(provider.lastRequest()).containsEntry("prompt", "login").containsEntry("max_age", "0");
            assertThat(provider.lastRequest().get("redirect_uri"))
                    .endsWith("/broker/" + provider.alias() + "/endpoint");
        }

        @ParameterizedTest(name = "{0}={1}, {2} seconds old")
        @CsvSource({"max_age, 300, 400", "max_age, 0, 60", "prompt, login, 60", "max_age, 300, -120"})
        @DisplayName("is not an older one, nor one from the future")
        void tooOld(String parameter, String value, long age) {
            provider.provedAgo(Duration.ofSeconds(age));
            assertTooOld(customer, application.with(parameter, value));
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({"max_age, 300", "prompt, login"})
        @DisplayName("is not one that does not say how old it is")
        void unknownAge(String parameter, String value) {
            provider.spoiling(claims -> claims.claim("auth_time", null));
            assertTooOld(customer, application.with(parameter, value));
        }

        @Test
        @DisplayName("is not looked at where no application has asked")
        void notAsked() {
            provider.provedAgo(Duration.ofDays(30));
            assertAdmitted(customer, application);
            assertThat(provider.lastRequest()).doesNotContainKeys("max_age", "prompt");
            provider.spoiling(claims -> claims.claim("auth_time", null));
            assertAdmitted(customer, application);
        }

        @Test
        @DisplayName("is handed on for a SAML application that forces it")
        void samlApplication() {
            var site = SamlApplication.of(portal, "support-site");
            var forced = site.begin(request -> request.forceAuthn(true));
            tab.open(forced.url()).username(customer.member().username());
            assertThat(site.accept(forced, tab).attribute("micloud_account_number"))
                    .isEqualTo(customer.account().number());
            assertThat(provider.lastRequest()).containsEntry("prompt", "login").containsEntry("max_age", "0");

            provider.provedAgo(Duration.ofMinutes(5));
            var other = PlainTab.wantingPages();
            other.open(site.begin(request -> request.forceAuthn(true)).url())
                    .username(customer.member().username());
            assertThat(other.page().status()).as("%s", other).isEqualTo(502);
        }

        @Test
        @DisplayName("may differ by the clock skew that the provider is allowed")
        void skew() {
            portal.admin().change("/identity-provider/instances/" + provider.alias(), node -> node.withObject("/config")
                    .put("allowedClockSkew", "120"));
            provider.provedAgo(Duration.ofSeconds(100));
            assertAdmitted(customer, application.with("prompt", "login"));
        }
    }

    @Nested
    @DisplayName("of a SAML provider")
    final class Saml {
        @AutoClose
        private Customer<StandInSamlProvider> customer;

        private StandInSamlProvider provider;

        @BeforeEach
        void meet() {
            customer = Customer.withSaml(portal);
            provider = customer.provider();
        }

        private void provedAgo(long seconds) {
            var instant = Instant.now().minusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS);
            provider.spoiling(answer -> answer.set("authnInstant", instant.toString()));
        }

        private String lastRequest() {
            return provider.requests().get(provider.requests().size() - 1).get("xml");
        }

        @ParameterizedTest(name = "{0}={1}")
        @CsvSource({"max_age, 300", "max_age, 0", "prompt, login"})
        @DisplayName("is handed on as ForceAuthn")
        void forced(String parameter, String value) {
            assertAdmitted(customer, application.with(parameter, value));
            assertThat(lastRequest()).contains("ForceAuthn=\"true\"");
        }

        @ParameterizedTest(name = "{0}={1}, {2} seconds old")
        @CsvSource({"max_age, 300, 400", "max_age, 0, 60", "prompt, login, 60", "max_age, 300, -120"})
        @DisplayName("is not an older one, nor one from the future")
        void tooOld(String parameter, String value, long age) {
            provedAgo(age);
            assertTooOld(customer, application.with(parameter, value));
        }

        @Test
        @DisplayName("is not one that does not say how old it is")
        void unknownAge() {
            provider.spoiling(answer ->
                    answer.written(xml -> xml.replaceAll("(?s)<saml:AuthnStatement.*</saml:AuthnStatement>", "")));
            assertTooOld(customer, application.with("prompt", "login"));
        }

        @Test
        @DisplayName("is not looked at where no application has asked")
        void notAsked() {
            provedAgo(86_400);
            assertAdmitted(customer, application);
            assertThat(lastRequest()).doesNotContain("ForceAuthn=\"true\"");
        }
    }
}
