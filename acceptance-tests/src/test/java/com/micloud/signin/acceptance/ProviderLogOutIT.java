package com.micloud.signin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.Customer;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        application = OidcApplication.of(portal, portal.admin().application(Map.of("post.logout.redirect.uris", "+")));
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
}
