package com.micloud.signin.acceptance.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("Logging out of the portal while a provider's session goes on")
final class ProviderLogOutIT {
    private static final String RETURN = "http://127.0.0.1:9999/callback";

    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal, Map.of("post.logout.redirect.uris", "+"));
        tab = PlainTab.wantingPages();
    }

    private Tokens signIn(Customer<?> customer) {
        var attempt = application.begin();
        tab.open(attempt.url()).username(customer.member().username());
        return application.redeem(attempt, tab);
    }

    private void logOut(Tokens tokens) {
        tab.open(application.logoutUrl(tokens, "s1"));
    }

    private void assertStillSignedInAt(Customer<? extends StandInProvider> customer) {
        assertThat(portal.admin().sessions(customer.member())).isZero();
        assertThat(tab.page().status()).isEqualTo(200);
        assertThat(tab.page().element("done").attr("role")).isEqualTo("status");
        assertThat(tab.page().document().text())
                .contains("You are still signed in at Provider "
                        + customer.provider().alias());
        assertThat(tab.page().element("backToApplication").attr("href")).isEqualTo(RETURN + "?state=s1");
    }

    @Nested
    @DisplayName("of OpenID Connect")
    final class Oidc {
        @Test
        @DisplayName("ends the portal's session at once and only offers to end the other")
        void offers() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
                var tokens = signIn(customer);
                logOut(tokens);
                assertStillSignedInAt(customer);
                assertThat(provider.logOuts()).isEmpty();
                assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
                assertThat(tab.reload().has("sign-out-there")).isTrue();
                assertThat(tab.press("backToApplication").arrival()).hasToString(RETURN + "?state=s1");
            }
        }

        @Test
        @DisplayName("ends the other session too when the user wants that, and leads to the application")
        void endsIt() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
                logOut(signIn(customer));
                assertThat(tab.press("sign-out-there").arrival()).hasToString(RETURN + "?state=s1");
                var request = provider.logOuts().get(0);
                assertThat(request).containsKey("id_token_hint").doesNotContainKey("client_id");
                assertThat(request.get("post_logout_redirect_uri"))
                        .isEqualTo(portal.realm("broker/" + provider.alias() + "/endpoint/logout_response")
                                .toString());
            }
        }

        @Test
        @DisplayName("names the portal where it may not send the ID token")
        void withoutIdToken() {
            var provider = new StandInOidcProvider();
            var settings = new HashMap<>(provider.endingSessions());
            settings.put("sendIdTokenOnLogout", "false");
            try (var customer = Customer.of(portal, provider, settings)) {
                logOut(signIn(customer));
                tab.press("sign-out-there");
                assertThat(provider.logOuts().get(0))
                        .doesNotContainKey("id_token_hint")
                        .containsEntry("client_id", "portal-at-provider");
            }
        }
    }

    @Nested
    @DisplayName("of SAML")
    final class Saml {
        @ParameterizedTest(name = "by post: {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("ends the other session when the user wants that, with a signed request for it")
        void endsIt(boolean byPost) {
            var provider = new StandInSamlProvider(portal);
            try (var customer = Customer.of(portal, provider, provider.endingSessions(byPost))) {
                logOut(signIn(customer));
                assertStillSignedInAt(customer);
                assertThat(provider.logOuts()).isEmpty();
                tab.press("sign-out-there");
                var request = provider.logOuts().get(0);
                var message = SamlXml.parse(request.get("xml"));
                assertThat(SamlXml.only(message, "NameID").getTextContent())
                        .isEqualTo(customer.member().username());
                if (byPost) {
                    SamlXml.verify(message, portal.signingCertificate());
                } else {
                    assertThat(request).containsKeys("Signature", "SigAlg");
                }
                assertThat(tab.arrival()).hasToString(RETURN + "?state=s1");
            }
        }
    }

    @Nested
    @DisplayName("that cannot be offered")
    final class NotOffered {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"without an address", "switched off", "removed"})
        @DisplayName("goes on to the application")
        void goesOn(String kind) {
            var provider = new StandInOidcProvider();
            var settings = kind.equals("without an address") ? Map.<String, String>of() : provider.endingSessions();
            try (var customer = Customer.of(portal, provider, settings)) {
                var tokens = signIn(customer);
                spoil(kind, provider);
                logOut(tokens);
                assertThat(tab.arrival()).hasToString(RETURN + "?state=s1");
                assertThat(portal.admin().sessions(customer.member())).isZero();
            }
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"without an address", "switched off"})
        @DisplayName("is told where the log-out ends on the portal's own page")
        void told(String kind) {
            var provider = new StandInOidcProvider();
            var settings = kind.equals("without an address") ? Map.<String, String>of() : provider.endingSessions();
            try (var customer = Customer.of(portal, provider, settings)) {
                var tokens = signIn(customer);
                spoil(kind, provider);
                tab.open(application.logoutUrl(tokens));
                assertThat(tab.page().document().text()).contains("To sign out there, use its own pages.");
                assertThat(tab.has("sign-out-there")).isFalse();
            }
        }

        @Test
        @DisplayName("any more is told when it was offered before")
        void meanwhile() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
                logOut(signIn(customer));
                portal.admin().enableProvider(provider.alias(), false);
                tab.press("sign-out-there");
                assertThat(tab.page().status()).isEqualTo(200);
                assertThat(tab.has("sign-out-there")).isFalse();
                assertThat(tab.has("backToApplication")).isTrue();
            }
        }

        private void spoil(String kind, StandInOidcProvider provider) {
            if (kind.equals("switched off")) {
                portal.admin().enableProvider(provider.alias(), false);
            } else if (kind.equals("removed")) {
                portal.admin().delete("/identity-provider/instances/" + provider.alias());
            }
        }
    }

    @Test
    @DisplayName("offers each of two providers, one after the other")
    void several() {
        var first = new StandInOidcProvider();
        var second = new StandInOidcProvider();
        try (var one = Customer.of(portal, first, first.endingSessions());
                var two = Customer.of(portal, second, second.endingSessions())) {
            var member = one.member();
            portal.admin().join(member, two.account());
            second.signsIn(member.username());
            var attempt = application.begin();
            tab.open(attempt.url())
                    .username(member.username())
                    .pickAccount(one.account().number());
            application.redeem(attempt, tab);
            var again = application.begin();
            tab.open(again.url())
                    .username(member.username())
                    .pickAccount(two.account().number());
            logOut(application.redeem(again, tab));
            tab.press("sign-out-there-" + first.alias());
            assertThat(tab.page().document().text())
                    .contains("You are signed out at Provider " + first.alias() + " too.")
                    .contains("You are still signed in at Provider " + second.alias());
            assertThat(tab.press("sign-out-there-" + second.alias()).arrival()).hasToString(RETURN + "?state=s1");
            assertThat(first.logOuts()).hasSize(1);
            assertThat(second.logOuts()).hasSize(1);
            assertThat(first.logOuts().get(0).get("id_token_hint"))
                    .isNotEqualTo(second.logOuts().get(0).get("id_token_hint"));
        }
    }

    @Nested
    @DisplayName("takes no answer")
    final class WrongAnswers {
        @Test
        @DisplayName("twice, made up, or of another customer's provider")
        void oidc() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions());
                    var attacker = Customer.withOidc(portal)) {
                logOut(signIn(customer));
                provider.pausing();
                tab.press("sign-out-there");
                var answer = provider.signedOut();
                var foreign = PlainTab.wantingPages();
                foreign.open(URI.create(answer.toString()
                        .replace(provider.alias(), attacker.provider().alias())));
                assertThat(foreign.page().status()).isEqualTo(400);
                foreign.open(URI.create(answer + "x"));
                assertThat(foreign.page().status()).isEqualTo(400);
                assertThat(foreign.page().error()).contains("no sign-out that we are waiting for");
                assertThat(tab.open(answer).arrival()).hasToString(RETURN + "?state=s1");
                tab.open(answer);
                assertThat(tab.page().status()).isEqualTo(400);
            }
        }

        @Test
        @DisplayName("in another browser, which learns nothing")
        void anotherBrowser() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
                logOut(signIn(customer));
                provider.pausing();
                tab.press("sign-out-there");
                var elsewhere = PlainTab.wantingPages();
                elsewhere.open(provider.signedOut());
                assertThat(elsewhere.page().status()).isEqualTo(200);
                assertThat(elsewhere.page().body()).doesNotContain(RETURN, provider.alias());
            }
        }

        @ParameterizedTest(name = "{0} instead of {1}")
        @CsvSource({"status:Responder, status:Success", "another, InResponseTo"})
        @DisplayName("for a success that is none, and offers to try again")
        void saml(String instead, String right) {
            var provider = new StandInSamlProvider(portal);
            try (var customer = Customer.of(portal, provider, provider.endingSessions(true))) {
                logOut(signIn(customer));
                provider.spoilingLogOut(xml -> right.equals("InResponseTo")
                        ? xml.replaceFirst("InResponseTo=\"[^\"]*\"", "InResponseTo=\"_other\"")
                        : xml.replace(right, instead));
                tab.press("sign-out-there");
                assertThat(tab.page().error()).contains("has not signed you out");
                assertThat(tab.has("backToApplication")).isTrue();
                provider.spoilingLogOut(xml -> xml);
                assertThat(tab.press("sign-out-there").arrival()).hasToString(RETURN + "?state=s1");
            }
        }

        @Test
        @DisplayName("whose signature is broken")
        void forged() {
            var provider = new StandInSamlProvider(portal);
            try (var customer = Customer.of(portal, provider, provider.endingSessions(true))) {
                logOut(signIn(customer));
                provider.pausing();
                tab.press("sign-out-there");
                var form = new HashMap<>(provider.signedOut());
                form.compute(
                        "SAMLResponse",
                        (name, packed) -> SamlXml.encode(SamlXml.decode(packed).replace("2.0:status", "2.0:stat")));
                tab.post(provider.consumer(), form);
                assertThat(tab.page().status()).isEqualTo(400);
                assertThat(tab.page().error()).isNotBlank();
            }
        }
    }

    @Test
    @DisplayName("from a SAML application ends on the same page, and brings the application its answer")
    void samlApplication() {
        var saml = SamlApplication.made(
                portal,
                Map.of(
                        "saml.server.signature", "true",
                        "saml.force.post.binding", "true",
                        "saml_single_logout_service_url_post", SamlApplication.CONSUMER.toString()));
        portal.admin().changeClient(saml.entityId(), client -> client.put("frontchannelLogout", true));
        var provider = new StandInOidcProvider();
        try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
            var name = customer.member().username();
            var begun = saml.begin();
            var assertion = saml.accept(begun, tab.open(begun.url()).username(name));
            var request = saml.signOut(assertion);
            tab.open(request.url());
            assertThat(portal.admin().sessions(customer.member())).isZero();
            tab.press("sign-out-there");
            assertThat(provider.logOuts()).hasSize(1);
            saml.acceptSignedOut(request, tab.press("backToApplication"));
        }
    }

    @Nested
    @DisplayName("from the provider's side")
    final class FromTheProvider {
        @Test
        @DisplayName("ends the portal's session by a logout token, and by no forged or foreign one")
        void oidc() {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions());
                    var attacker = Customer.withOidc(portal)) {
                signIn(customer);
                var subject = "subject-of-" + customer.member().username();
                StandInOidcProvider.tell(portal, attacker.provider().logoutToken(claims -> claims.subject(subject)));
                StandInOidcProvider.tell(portal, attacker.provider().logoutToken(claims -> claims.subject(subject)
                        .issuer(provider.address())));
                assertThat(portal.admin().sessions(customer.member())).isEqualTo(1);
                StandInOidcProvider.tell(portal, provider.logoutToken(claims -> claims.subject(subject)));
                assertThat(portal.admin().sessions(customer.member())).isZero();
            }
        }

        @Test
        @DisplayName("ends the portal's session by a SAML request")
        void saml() {
            var provider = new StandInSamlProvider(portal);
            try (var customer = Customer.of(portal, provider, provider.endingSessions(true))) {
                signIn(customer);
                provider.pausing();
                provider.requestLogOut(customer.member().username());
                assertThat(portal.admin().sessions(customer.member())).isZero();
            }
        }
    }
}
