package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.SamlAnswer.Signed;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.provider.TokenSigning;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@AcceptanceTest
@DisplayName("A provider whose word cannot be checked")
final class UncheckedProvidersIT {
    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    private void set(StandInProvider provider, String setting, String value) {
        portal.admin().change("/identity-provider/instances/" + provider.alias(), node -> node.withObject("/config")
                .put(setting, value));
    }

    private <P extends StandInProvider> Tokens signIn(Customer<P> customer) {
        var attempt = application.begin();
        tab.open(attempt.url()).username(customer.member().username());
        return application.redeem(attempt, tab);
    }

    static Stream<Arguments> oidcSettings() {
        return Stream.of(
                Arguments.of("whose signatures are not validated", Map.of("validateSignature", "false")),
                Arguments.of("that says nothing about signatures", Map.of("validateSignature", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oidcSettings")
    @DisplayName("over OpenID Connect, is asked by nobody")
    void oidc(String what, Map<String, String> settings) {
        try (var customer = Customer.of(portal, new StandInOidcProvider(), settings)) {
            assertMisconfigured(customer);
            assertThat(customer.provider().requests()).isEmpty();
        }
    }

    static Stream<Arguments> samlSettings() {
        return Stream.of(
                Arguments.of("whose signatures are not validated", Map.of("validateSignature", "false")),
                Arguments.of("that says nothing about signatures", Map.of("validateSignature", "")),
                Arguments.of("that has no certificate", Map.of("signingCertificate", "")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samlSettings")
    @DisplayName("over SAML, is asked by nobody")
    void saml(String what, Map<String, String> settings) {
        try (var customer = Customer.of(portal, new StandInSamlProvider(portal), settings)) {
            assertMisconfigured(customer);
            assertThat(customer.provider().requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("because the bundle does not know its type, is asked by nobody")
    void otherType() {
        try (var provider = new StandInOidcProvider()) {
            var member = Member.of(portal).withoutPassword().in("sso-required").make();
            var representation = new HashMap<>(provider.representation());
            representation.put("providerId", "keycloak-oidc");
            portal.admin().provider(member.account(), representation);
            provider.signsIn(member.username());
            assertMisconfigured(new Customer<>(provider, member.account(), member));
            assertThat(provider.requests()).isEmpty();
        }
    }

    @Test
    @DisplayName("and to which somebody finds the way all the same, is refused by the guard too")
    void otherTypeOnTheWay() {
        try (var customer = Customer.withOidc(portal);
                var provider = new StandInOidcProvider()) {
            var representation = new HashMap<>(provider.representation());
            representation.put("providerId", "keycloak-oidc");
            portal.admin().provider(customer.account(), representation);
            portal.admin().setAttribute(customer.account(), "micloud.signInPolicy", "sso-optional");
            // This type wants access tokens that it can read.
            provider.signsIn(customer.member().username()).answeringTokens(tokens -> {
                var readable = new HashMap<>(tokens);
                readable.put("access_token", tokens.get("id_token"));
                return readable;
            });
            var attack = Attack.on(portal, customer.member());
            tab.open(application.begin().url()).username(customer.member().username());
            var form = tab.page().parametersOf("kc-login");
            form.remove("execution");
            var path = "broker/" + provider.alias() + "/login";
            tab.open(URI.create(portal.realm(path) + "?" + Parameters.encode(form)));
            attack.failed(tab.page(), 403, "account_misconfigured");
        }
    }

    private <P extends StandInProvider> void assertMisconfigured(Customer<P> customer) {
        var attack = Attack.on(portal, customer.member());
        tab.open(application.begin().url()).username(customer.member().username());
        attack.failed(tab.page(), 403, "account_misconfigured");
    }

    @Test
    @DisplayName("is not offered where a password will do")
    void optional() {
        try (var provider = new StandInOidcProvider()) {
            var member = Member.of(portal)
                    .in(Company.of(portal, "sso-optional")
                            .with(provider, Map.of("validateSignature", "false"))
                            .make())
                    .make();
            var attempt = application.begin();
            tab.open(attempt.url()).username(member.username());
            assertThat(tab.has("sso-" + provider.alias())).isFalse();
            assertThat(tab.has("sso")).isFalse();
            tab.password(member.password());
            assertThat(tab.page().hasArrived()).isTrue();
        }
    }

    @Test
    @DisplayName("signs nobody in who has come back with an ID token of a stranger meanwhile")
    void strangersToken() {
        try (var customer = Customer.withOidc(portal)) {
            var provider = customer.provider().pausing().signing(TokenSigning.UNPUBLISHED_KEY);
            var attack = Attack.on(portal, customer.member());
            tab.open(application.begin().url()).username(customer.member().username());
            set(provider, "validateSignature", "false");
            tab.open(provider.answer());
            attack.failed(tab.page(), 403, "account_misconfigured");
            assertReported();
        }
    }

    @Test
    @DisplayName("signs nobody in who has come back with an assertion of a stranger meanwhile")
    void strangersAssertion() {
        try (var customer = Customer.withSaml(portal)) {
            var provider = customer.provider().pausing();
            provider.spoiling(answer -> answer.signedWithAnUnknownKey());
            var attack = Attack.on(portal, customer.member());
            tab.open(application.begin().url()).username(customer.member().username());
            set(provider, "validateSignature", "false");
            set(provider, "wantAssertionsSigned", "false");
            tab.post(provider.consumer(), provider.answer());
            attack.failed(tab.page(), 403, "account_misconfigured");
            assertReported();
        }
    }

    private void assertReported() {
        assertThat(portal.events().of(application.clientId()))
                .extracting(event -> event.detail("reason"))
                .contains("provider_unchecked");
    }

    @Test
    @DisplayName("ends no session by a logout token, signed or not")
    void logoutToken() {
        try (var customer = Customer.withOidc(portal)) {
            signIn(customer);
            var provider = customer.provider();
            var subject = "subject-of-" + customer.member().username();
            set(provider, "validateSignature", "false");
            for (var way : TokenSigning.values()) {
                var answer = StandInOidcProvider.tell(
                        portal, provider.signing(way).logoutToken(claims -> claims.subject(subject)));
                assertThat(answer.status()).as("%s", way).isEqualTo(400);
            }
            assertThat(portal.admin().sessions(customer.member())).isEqualTo(1);

            set(provider, "validateSignature", "true");
            StandInOidcProvider.tell(
                    portal,
                    provider.signing(TokenSigning.ALGORITHM_NONE).logoutToken(claims -> claims.subject(subject)));
            assertThat(portal.admin().sessions(customer.member())).isEqualTo(1);
            StandInOidcProvider.tell(
                    portal, provider.signing(TokenSigning.OWN_KEY).logoutToken(claims -> claims.subject(subject)));
            assertThat(portal.admin().sessions(customer.member())).isZero();
        }
    }

    @Test
    @DisplayName("ends no session by a LogoutRequest")
    void logoutRequest() {
        var provider = new StandInSamlProvider(portal);
        try (var customer = Customer.of(portal, provider, provider.endingSessions(true))) {
            signIn(customer);
            set(provider, "validateSignature", "false");
            var page = provider.requestLogOut(customer.member().username());
            assertThat(page.status()).isEqualTo(400);
            assertThat(portal.admin().sessions(customer.member())).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("ends the life of refresh tokens that came from it")
    void refresh() {
        try (var customer = Customer.withSaml(portal)) {
            var tokens = application.refresh(signIn(customer)).tokens();
            set(customer.provider(), "validateSignature", "false");
            assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
            assertThat(portal.events().lastOf(application.clientId()).detail("micloud_refusal"))
                    .isEqualTo("account_misconfigured");
        }
    }

    @Test
    @DisplayName("opens nothing by what it has proved before")
    void provedBefore() {
        try (var customer = Customer.withOidc(portal)) {
            signIn(customer);
            set(customer.provider(), "validateSignature", "false");
            tab.open(application.begin().url()).username(customer.member().username());
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
            assertThat(portal.events().lastOf(application.clientId()).detail("micloud_refusal"))
                    .isEqualTo("account_misconfigured");
        }
    }

    @Test
    @DisplayName("though only its responses are signed, is checked when signatures are validated")
    void responsesOnly() {
        try (var customer =
                Customer.of(portal, new StandInSamlProvider(portal), Map.of("wantAssertionsSigned", "false"))) {
            customer.provider().spoiling(answer -> answer.signed(Signed.RESPONSE));
            signIn(customer);
            customer.provider().spoiling(answer -> answer.signed(Signed.NOTHING));
            var other = PlainTab.wantingPages();
            other.open(application.begin().url()).username(customer.member().username());
            assertThat(other.page().status()).as("%s", other).isEqualTo(502);
        }
    }
}
