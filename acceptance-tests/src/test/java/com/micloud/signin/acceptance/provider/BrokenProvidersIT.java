package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.DeafServer;
import com.micloud.signin.acceptance.harness.provider.Failure;
import com.micloud.signin.acceptance.harness.provider.SamlAnswer.Signed;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.demo.server.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A provider in trouble")
final class BrokenProvidersIT {
    /** Keycloak waits five seconds for a connection and for each piece of an answer; the rest is a busy machine. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);

    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;
    private Attempt attempt;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
        attempt = application.begin();
    }

    /** Signs in, which must end on the page for trouble and leave the event by which an operator finds the provider. */
    private void assertTrouble(Customer<?> customer, String reason) {
        var attack = Attack.on(portal, customer.member());
        var begin = Instant.now();
        tab.open(attempt.url()).username(customer.member().username());
        attack.failed(tab.page(), 502, "identity_provider_login_failure");
        assertThat(tab.has("enter-password")).isFalse();
        var alias = customer.provider().alias();
        assertThat(portal.events().failuresSince(begin)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("IDENTITY_PROVIDER_LOGIN_ERROR");
            assertThat(event.userId()).isEqualTo(customer.member().id());
            assertThat(event.clientId()).isEqualTo(application.clientId());
            assertThat(event.detail("identity_provider")).isEqualTo(alias);
            assertThat(event.detail("micloud_account"))
                    .isEqualTo(customer.account().number());
            assertThat(event.detail("reason")).isEqualTo(reason);
        });
        await().untilAsserted(() -> assertThat(portal.log()
                        .lines()
                        .filter(line -> line.contains("IDENTITY_PROVIDER_LOGIN_ERROR") && line.contains(alias)))
                .anyMatch(line -> line.contains(" reason=" + reason)));
    }

    private void assertTryingAgainWorks(Customer<?> customer) {
        tab.press("try-again");
        if (tab.has("username")) {
            tab.username(customer.member().username());
        }
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(customer.account().number());
    }

    private void configure(StandInProvider provider, String setting, String value) {
        portal.admin()
                .change("/identity-provider/instances/" + provider.alias(), node -> ((ObjectNode) node.get("config"))
                        .put(setting, value));
    }

    @Nested
    @DisplayName("over OpenID Connect")
    final class Oidc {
        @ParameterizedTest(name = "{0}")
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"SILENT", "STOPS_HALFWAY"})
        @DisplayName("whose token endpoint fails, is explained, and trying again works when it is well")
        void tokens(Failure failure) {
            try (var customer = Customer.withOidc(portal)) {
                customer.provider().failingTokens(failure);
                assertTrouble(
                        customer,
                        switch (failure) {
                            case SERVER_ERROR -> "token_endpoint_server_error";
                            case BAD_REQUEST -> "token_endpoint_invalid_grant";
                            case WRONG_SECRET -> "token_endpoint_invalid_client";
                            case DROPPED -> "token_endpoint_connection_lost";
                            default -> "token_answer_unusable";
                        });
                customer.provider().recovered();
                assertTryingAgainWorks(customer);
            }
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(
                mode = EnumSource.Mode.EXCLUDE,
                names = {"SILENT", "STOPS_HALFWAY"})
        @DisplayName("whose keys cannot be had, is explained, and trying again works when they can")
        void keys(Failure failure) {
            try (var customer = Customer.withOidc(portal)) {
                customer.provider().failingKeys(failure);
                assertTrouble(customer, "signing_key_unavailable");
                customer.provider().recovered();
                assertTryingAgainWorks(customer);
            }
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(names = {"SILENT", "STOPS_HALFWAY"})
        @DisplayName("whose token endpoint is slow, keeps nobody waiting for long")
        void slow(Failure failure) {
            try (var customer = Customer.withOidc(portal)) {
                customer.provider().failingTokens(failure);
                var begin = Instant.now();
                assertTrouble(
                        customer, failure == Failure.SILENT ? "token_endpoint_timed_out" : "token_answer_incomplete");
                assertThat(Duration.between(begin, Instant.now())).isLessThan(LONGEST_WAIT);
                customer.provider().recovered();
                assertTryingAgainWorks(customer);
            }
        }

        @Test
        @DisplayName("that cannot be connected to, keeps nobody waiting for long")
        void deaf() {
            try (var deaf = new DeafServer();
                    var customer = customerWith("tokenUrl", deaf.address() + "/token")) {
                var begin = Instant.now();
                assertTrouble(customer, "token_endpoint_timed_out");
                assertThat(Duration.between(begin, Instant.now())).isLessThan(LONGEST_WAIT);
                configure(customer.provider(), "tokenUrl", customer.provider().address() + "/token");
                assertTryingAgainWorks(customer);
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"tokenUrl, token_endpoint_connection_refused", "jwksUrl, signing_key_unavailable"})
        @DisplayName("that refuses connections, is explained")
        void refused(String endpoint, String reason) {
            try (var customer = customerWith(endpoint, "http://127.0.0.1:" + Ports.free() + "/x")) {
                assertTrouble(customer, reason);
            }
        }

        @Test
        @DisplayName("whose host nobody knows, is explained")
        void unknownHost() {
            try (var customer = customerWith("tokenUrl", "https://idp.invalid/token")) {
                assertTrouble(customer, "token_endpoint_host_unknown");
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"tokenUrl, token_endpoint_tls_failed", "jwksUrl, signing_key_unavailable"})
        @DisplayName("whose certificate nobody vouches for, is not believed")
        void untrusted(String endpoint, String reason) {
            try (var tls = StandInOidcProvider.withUntrustedCertificate();
                    var customer = customerWith(endpoint, tls.address() + "/keys")) {
                assertTrouble(customer, reason);
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"tokenUrl, token_endpoint_tls_failed", "jwksUrl, signing_key_unavailable"})
        @DisplayName("whose certificate has expired, is not believed")
        void expired(String endpoint, String reason) {
            try (var tls = StandInOidcProvider.withExpiredCertificate();
                    var customer = customerWith(endpoint, tls.address() + "/keys")) {
                assertTrouble(customer, reason);
            }
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({
            "access_denied, cancelled",
            "temporarily_unavailable, answered_temporarily_unavailable",
            "server_error, answered_server_error",
            "login_required, answered_login_required",
            "interaction_required, answered_interaction_required",
            "consent_required, answered_consent_required",
            "<b>boo</b>, answered_error"
        })
        @DisplayName("that sends the user back with an error, is explained, and trying again works")
        void error(String error, String reason) {
            try (var customer = Customer.withOidc(portal)) {
                customer.provider().refusing(error);
                assertTrouble(customer, reason);
                assertThat(tab.page().body()).doesNotContain("<b>boo</b>");
                customer.provider().recovered();
                assertTryingAgainWorks(customer);
            }
        }

        @ParameterizedTest(name = "policy {0}, {1}")
        @CsvSource({
            "sso-optional, access_denied",
            "sso-preferred, access_denied",
            "sso-optional, server_error",
            "sso-preferred, server_error"
        })
        @DisplayName("leaves the password where the policy takes one")
        void password(String policy, String error) {
            try (var customer = Customer.withOidc(portal)) {
                portal.admin().setAttribute(customer.account(), "micloud.signInPolicy", policy);
                var password = "Pw_1" + customer.provider().alias().substring(5, 12);
                portal.admin().setPassword(customer.member(), password);
                customer.provider().refusing(error);
                tab.open(attempt.url()).username(customer.member().username()).press("sso");
                assertThat(tab.page().status()).as("%s", tab).isEqualTo(502);
                assertThat(tab.has("try-again")).as("%s", tab).isTrue();
                tab.press("enter-password").password(password);
                assertThat(AccountClaim.numberIn(
                                application.redeem(attempt, tab).idClaims()))
                        .isEqualTo(customer.account().number());
            }
        }

        @Test
        @DisplayName("shows in Keycloak's metrics, under its alias")
        void metric() {
            try (var customer = Customer.withOidc(portal)) {
                var line = "keycloak_user_events_total{error=\"identity_provider_login_failure\","
                        + "event=\"identity_provider_login\",idp=\"%s\",realm=\"micloud\"} "
                                .formatted(customer.provider().alias());
                assertThat(portal.metrics()).doesNotContain(line);
                customer.provider().failingTokens(Failure.SERVER_ERROR);
                assertTrouble(customer, "token_endpoint_server_error");
                assertThat(portal.metrics()).contains(line + "1.0");
            }
        }

        private Customer<StandInOidcProvider> customerWith(String setting, String value) {
            return Customer.of(portal, new StandInOidcProvider(), Map.of(setting, value));
        }
    }

    @Nested
    @DisplayName("over SAML")
    final class Saml {
        static Stream<Arguments> statuses() {
            return Stream.of(
                    Arguments.of("Responder", "", "responder"),
                    Arguments.of("Requester", "", "requester"),
                    Arguments.of("Responder", "AuthnFailed", "authn_failed"),
                    Arguments.of("Responder", "NoPassive", "no_passive"),
                    Arguments.of("Responder", "RequestDenied", "request_denied"));
        }

        @ParameterizedTest(name = "{0} {1}")
        @MethodSource("statuses")
        @DisplayName("that answers with an error, is explained, and trying again works")
        void status(String status, String subStatus, String reason) {
            var prefix = "urn:oasis:names:tc:SAML:2.0:status:";
            try (var customer = Customer.withSaml(portal)) {
                customer.provider().spoiling(answer -> answer.set("status", prefix + status)
                        .set("subStatus", subStatus.isEmpty() ? "" : prefix + subStatus)
                        .signed(Signed.RESPONSE));
                assertTrouble(customer, "answered_" + reason);
                customer.provider().spoiling(answer -> {});
                assertTryingAgainWorks(customer);
            }
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"login_required", "The password has expired", "<b>boo</b>"})
        @DisplayName("that says why, is not quoted, and its words are not taken for Keycloak's")
        void message(String message) {
            try (var customer = Customer.withSaml(portal)) {
                customer.provider()
                        .spoiling(answer -> answer.set("status", "urn:oasis:names:tc:SAML:2.0:status:Responder")
                                .set("statusMessage", message.replace("<", "&lt;"))
                                .signed(Signed.RESPONSE));
                assertTrouble(customer, "answered_responder");
                assertThat(tab.page().body()).doesNotContain(message);
            }
        }

        @Test
        @DisplayName("whose signing certificate has expired, is not believed until the operator has the new one")
        void expiredCertificate() {
            try (var customer = Customer.of(portal, StandInSamlProvider.withExpiredCertificate(portal), Map.of())) {
                assertTrouble(customer, "identityProviderInvalidSignatureMessage");
                customer.provider().renewsCertificate();
                configure(
                        customer.provider(),
                        "signingCertificate",
                        customer.provider().certificate());
                assertTryingAgainWorks(customer);
            }
        }
    }
}
