package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may switch on beside the authorization code, by mistake or not. */
@AcceptanceTest
@DisplayName("Another way to a token")
final class OtherGrantsIT {
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private Portal portal;
    private Admin admin;
    private User user;
    private Account chosen;
    private Account other;
    private Account required;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        admin = portal.admin();
        chosen = admin.account("password");
        other = admin.account("password");
        required = admin.account("sso-required");
        user = Member.of(portal).in(chosen, other, required).make();
        tab = PlainTab.fresh();
    }

    private String switchedOn(String clientId, String field) {
        admin.changeClient(clientId, client -> client.put(field, true));
        return clientId;
    }

    @Nested
    @DisplayName("by the password alone")
    final class DirectGrant {
        @ParameterizedTest(name = "{0} accounts, scope {1}")
        @CsvSource({"three, openid", "three, openid organization:*", "one, openid", "no, openid"})
        @DisplayName("is closed: nobody has chosen an account")
        void closed(String accounts, String scope) {
            var alone = accounts.equals("three") ? user : admin.user();
            if (accounts.equals("one")) {
                admin.join(alone, chosen);
            }
            var application =
                    OidcApplication.of(portal, switchedOn(admin.application(Map.of()), "directAccessGrantsEnabled"));
            assertThat(password(application, alone, scope).error()).isEqualTo("invalid_grant");
        }

        @Test
        @DisplayName("is closed for Keycloak's own command line in this realm as well")
        void commandLine() {
            assertThat(password(OidcApplication.unknown(portal, "admin-cli"), user, "openid")
                            .error())
                    .isEqualTo("invalid_grant");
        }

        private TokenAnswer password(OidcApplication application, User whose, String scope) {
            return application.grant(Map.of(
                    "grant_type",
                    "password",
                    "username",
                    whose.username(),
                    "password",
                    whose.password(),
                    "scope",
                    scope));
        }
    }

    @Nested
    @DisplayName("for a service")
    final class ClientCredentials {
        @ParameterizedTest
        @ValueSource(strings = {"openid", "openid organization:*"})
        @DisplayName("names no account")
        void noAccount(String scope) {
            var service = OidcApplication.of(
                    portal, switchedOn(admin.confidentialApplication(Map.of()), "serviceAccountsEnabled"));
            var tokens = service.grant(Map.of("grant_type", "client_credentials", "scope", scope))
                    .tokens();
            assertThat(tokens.accessClaims()).doesNotContainKeys("micloud_account", "micloud_binding", "organization");
            assertThat(service.userinfo(tokens)).doesNotContainKey("micloud_account");
        }
    }

    @Nested
    @DisplayName("straight from the browser")
    final class FrontChannel {
        private OidcApplication application;

        @BeforeEach
        void meet() {
            application = OidcApplication.of(portal, switchedOn(admin.application(Map.of()), "implicitFlowEnabled"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"id_token token", "code id_token token"})
        @DisplayName("is for the account that was chosen")
        void chosen(String responseType) {
            var asking = application.with("response_type", responseType);
            if (!responseType.contains("code")) {
                asking = asking.without("code_challenge", "code_challenge_method");
            }
            var attempt = asking.begin();
            OidcApplication.enter(tab, attempt, user, chosen);
            var tokens = asking.brought(attempt, tab.arrival());
            assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(chosen.number());
            assertThat(AccountClaim.numberIn(tokens.accessClaims())).isEqualTo(chosen.number());
            if (responseType.contains("code")) {
                assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                        .isEqualTo(chosen.number());
            }
        }

        /** Where tokens of another account may be put beside the password. */
        enum Planted {
            ACCESS_TOKEN,
            TOKEN,
            REFRESH_TOKEN,
            SUBJECT_TOKEN,
            HEADER;

            void plant(Tokens stolen, PlainTab tab, Map<String, String> form) {
                switch (this) {
                    case ACCESS_TOKEN -> form.put("access_token", stolen.accessToken());
                    case TOKEN -> form.put("token", stolen.accessToken());
                    case REFRESH_TOKEN -> {
                        form.put("grant_type", "refresh_token");
                        form.put("refresh_token", stolen.refreshToken());
                    }
                    case SUBJECT_TOKEN -> {
                        form.put("grant_type", EXCHANGE);
                        form.put("subject_token", stolen.accessToken());
                    }
                    case HEADER -> tab.browser().sending("Authorization", "Bearer " + stolen.accessToken());
                }
            }
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("is for the account that was chosen, whatever is posted beside the password")
        void planted(Planted planted) {
            var member = Member.of(portal).in(other).make();
            var stolen = OidcApplication.made(portal).signIn(PlainTab.fresh(), member, other);
            var asking = application
                    .with("response_type", "id_token token")
                    .without("code_challenge", "code_challenge_method");
            var attempt = asking.begin();
            tab.open(attempt.url()).username(user.username()).pickAccount(chosen.number());
            var form = new LinkedHashMap<String, String>();
            form.put("password", user.password());
            var action = tab.page().actionOf("kc-login");
            planted.plant(stolen, tab, form);

            var tokens =
                    asking.brought(attempt, tab.browser().post(action, form).arrival());
            assertThat(AccountClaim.numberIn(tokens.accessClaims())).isEqualTo(chosen.number());
            assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(chosen.number());
        }

        @Test
        @DisplayName("is refused with a page when the account was closed while the page of consent was open")
        void closedMeanwhile() {
            admin.changeClient(application.clientId(), client -> client.put("consentRequired", true));
            var asking = application
                    .with("response_type", "id_token token")
                    .without("code_challenge", "code_challenge_method");
            OidcApplication.enter(tab, asking.begin(), user, chosen);
            admin.leave(user, chosen);
            tab.press("kc-login");
            assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
            assertThat(tab.page().status()).isEqualTo(403);
            assertThat(tab.error()).contains("not a member");
        }
    }

    @Nested
    @DisplayName("for a device that shows a code")
    final class Device {
        private OidcApplication device;

        @BeforeEach
        void meet() {
            device = OidcApplication.made(portal, Map.of("oauth2.device.authorization.grant.enabled", "true"));
        }

        private Map<String, Object> ask() {
            return Json.map(Http.send(HttpRequest.newBuilder(portal.oidc("auth/device"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(
                                    Parameters.encode(Map.of("client_id", device.clientId(), "scope", "openid")))))
                    .body());
        }

        private void approve(Map<String, Object> asked, Account account) {
            tab.open(URI.create((String) asked.get("verification_uri_complete")));
            tab.username(user.username()).pickAccount(account.number());
            if (tab.has("password")) {
                tab.password(user.password());
            }
        }

        private TokenAnswer poll(Map<String, Object> asked) {
            return device.grant(
                    Map.of("grant_type", "urn:ietf:params:oauth:grant-type:device_code", "device_code", (String)
                            asked.get("device_code")));
        }

        @Test
        @DisplayName("each of two has the account that was chosen for it, also after a refresh")
        void eachItsOwn() {
            var first = ask();
            approve(first, chosen);
            tab.press("kc-login");
            var second = ask();
            approve(second, other);
            tab.press("kc-login");

            var firstTokens = poll(first).tokens();
            var secondTokens = poll(second).tokens();
            assertThat(AccountClaim.numberIn(firstTokens.accessClaims())).isEqualTo(chosen.number());
            assertThat(AccountClaim.numberIn(secondTokens.accessClaims())).isEqualTo(other.number());
            assertThat(AccountClaim.numberIn(
                            device.refresh(firstTokens).tokens().accessClaims()))
                    .isEqualTo(chosen.number());
        }

        @Test
        @DisplayName(
                "gets nothing before somebody has signed in for it, and nothing for an account that is closed since")
        void closed() {
            var asked = ask();
            approve(asked, chosen);
            admin.enable(chosen, false);
            tab.press("kc-login");
            assertThat(poll(asked).error()).isEqualTo("invalid_grant");
            assertThat(poll(ask()).error()).isEqualTo("authorization_pending");
        }

        @Test
        @DisplayName("does not open an account that requires a provider")
        void requiredAccount() {
            try (var provider = new StandInOidcProvider().refusing("access_denied")) {
                admin.provider(required, provider.representation());
                var asked = ask();
                approve(asked, required);
                assertThat(provider.requests()).hasSize(1);
                assertThat(poll(asked).error()).isEqualTo("authorization_pending");
            }
        }
    }

    @Nested
    @DisplayName("in exchange for a token")
    final class Exchange {
        private OidcApplication source;
        private OidcApplication exchanging;

        @BeforeEach
        void meet() {
            source = OidcApplication.made(portal);
            exchanging = OidcApplication.of(
                    portal, admin.confidentialApplication(Map.of("standard.token.exchange.enabled", "true")));
            admin.addAudience(source.clientId(), exchanging.clientId());
        }

        private TokenAnswer exchange(Tokens tokens, Map<String, String> more) {
            var form = new LinkedHashMap<>(Map.of(
                    "grant_type",
                    EXCHANGE,
                    "subject_token",
                    tokens.accessToken(),
                    "subject_token_type",
                    ACCESS_TOKEN,
                    "scope",
                    "openid"));
            form.putAll(more);
            return exchanging.grant(form);
        }

        @Test
        @DisplayName("stays in the account of that token, also where the other application was used in another")
        void sameAccount() {
            var tokens = source.signIn(tab, user, chosen);
            assertThat(AccountClaim.numberIn(exchange(tokens, Map.of()).tokens().accessClaims()))
                    .isEqualTo(chosen.number());
            exchanging.signIn(tab, user, other);
            assertThat(AccountClaim.numberIn(exchange(tokens, Map.of()).tokens().accessClaims()))
                    .isEqualTo(chosen.number());
        }

        @Test
        @DisplayName("is refused where the account is closed to the application that asks")
        void closed() {
            admin.changeClient(exchanging.clientId(), client -> client.withObject("/attributes")
                    .put("micloud.sso", "false"));
            try (var customer = Customer.withOidc(portal)) {
                var tokens = source.signIn(tab, customer.member());
                assertThat(exchange(tokens, Map.of()).error()).isEqualTo("invalid_grant");
            }
        }

        @Test
        @DisplayName("is refused once the membership has ended")
        void left() {
            var tokens = source.signIn(tab, user, chosen);
            admin.leave(user, chosen);
            assertThat(exchange(tokens, Map.of()).error()).isEqualTo("invalid_grant");
        }

        @Test
        @DisplayName("of a service is for no account of anybody")
        void ofService() {
            var service = OidcApplication.of(
                    portal, switchedOn(admin.confidentialApplication(Map.of()), "serviceAccountsEnabled"));
            admin.addAudience(service.clientId(), exchanging.clientId());
            exchanging.signIn(tab, user, other);
            var tokens = service.grant(Map.of("grant_type", "client_credentials", "scope", "openid"))
                    .tokens();
            assertThat(exchange(tokens, Map.of()).tokens().accessClaims()).doesNotContainKey("micloud_account");
        }

        @ParameterizedTest
        @CsvSource({"requested_subject, somebody", "subject_issuer, okta", "requested_issuer, okta"})
        @DisplayName("for another person or provider is not to be had")
        void legacy(String parameter, String value) {
            var tokens = source.signIn(tab, user, chosen);
            assertThat(exchange(tokens, Map.of(parameter, value)).error()).isEqualTo("invalid_request");
        }
    }

    @Nested
    @DisplayName("behind the person's back")
    final class Backchannel {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "urn:openid:params:grant-type:ciba",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "urn:ietf:params:oauth:grant-type:pre-authorized_code",
                    "urn:ietf:params:oauth:grant-type:uma-ticket",
                    "urn:ietf:params:oauth:grant-type:nonsense"
                })
        @DisplayName("is closed")
        void closed(String grant) {
            var application = OidcApplication.of(
                    portal, admin.confidentialApplication(Map.of("oidc.ciba.grant.enabled", "true")));
            assertThat(application
                            .grant(Map.of(
                                    "grant_type", grant,
                                    "auth_req_id", "made-up",
                                    "assertion", "made.up.token",
                                    "pre-authorized_code", "made-up"))
                            .error())
                    .isNotEmpty();
        }
    }

    @Nested
    @DisplayName("with Keycloak's own scope for organizations")
    final class OrganizationScope {
        @ParameterizedTest
        @ValueSource(strings = {"organization", "organization:*", "organization:%s"})
        @DisplayName("is not to be had by the realm's applications")
        void ofTheRealm(String scope) {
            var portalApplication = OidcApplication.of(portal, "account-portal")
                    .with("scope", "openid " + scope.formatted(other.number()));
            tab.open(portalApplication.begin().url());
            assertThat(Parameters.of(tab.arrival())).containsEntry("error", "invalid_scope");
        }

        @ParameterizedTest
        @ValueSource(strings = {"organization", "organization:*", "organization:%s"})
        @DisplayName("names the chosen account and no other, at refresh too")
        void ofOthers(String scope) {
            var application = OidcApplication.made(portal).with("scope", "openid " + scope.formatted(other.number()));
            var tokens = application.signIn(tab, user, chosen);
            var refreshed = application
                    .refresh(tokens, Map.of("scope", "openid " + scope.formatted(other.number())))
                    .tokens();
            for (var claims : List.of(tokens.idClaims(), tokens.accessClaims(), refreshed.accessClaims())) {
                assertThat(AccountClaim.numberIn(claims)).isEqualTo(chosen.number());
                assertThat(claims.get("organization")).isEqualTo(List.of(chosen.number()));
            }
            assertThat(AccountClaim.numberIn(application.userinfo(tokens))).isEqualTo(chosen.number());
        }
    }

    @Nested
    @DisplayName("by a request the browser does not carry")
    final class PushedRequest {
        @Test
        @DisplayName("is for the account that was chosen, and account_hint of others is not followed")
        void pushed() {
            var stranger = admin.account("password");
            var application = OidcApplication.of(portal, admin.confidentialApplication(Map.of()));
            var attempt = application.with("account_hint", stranger.number()).begin();
            var pushed = application.push(attempt);
            OidcApplication.enter(tab, pushed, user, chosen);
            assertThat(AccountClaim.numberIn(application.redeem(pushed, tab).idClaims()))
                    .isEqualTo(chosen.number());
        }

        @Test
        @DisplayName("in a request object is for the account that was chosen")
        void requestObject() {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var inObject = application.inRequestObject(attempt);
            OidcApplication.enter(tab, inObject, user, chosen);
            assertThat(AccountClaim.numberIn(application.redeem(inObject, tab).idClaims()))
                    .isEqualTo(chosen.number());
        }
    }

    @Nested
    @DisplayName("already issued")
    final class Presented {
        @Test
        @DisplayName("is introspected as what it is, whatever else is asked beside it")
        void introspection() {
            var application = OidcApplication.of(portal, admin.confidentialApplication(Map.of()));
            var first = application.signIn(tab, user, chosen);
            var second = application.signIn(tab, user, other);
            var answer = application.introspect(
                    first, Map.of("access_token", second.accessToken(), "grant_type", "refresh_token"));
            assertThat(AccountClaim.numberIn(answer)).isEqualTo(chosen.number());
        }

        @Test
        @DisplayName("names no account any more once the membership has ended")
        void left() {
            var application = OidcApplication.of(portal, admin.confidentialApplication(Map.of()));
            var tokens = application.signIn(tab, user, chosen);
            admin.leave(user, chosen);
            assertThat(application.userinfo(tokens)).doesNotContainKey("micloud_account");
            assertThat(application.introspect(tokens)).doesNotContainKey("micloud_account");
        }

        @Test
        @DisplayName("and bound to a key is told from that of a later sign-in")
        void boundToKey() throws JOSEException {
            var proofs = new DefaultDPoPProofFactory(new ECKeyGenerator(Curve.P_256).generate(), JWSAlgorithm.ES256);
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            OidcApplication.enter(tab, attempt, user, chosen);
            var form = Map.of(
                    "grant_type", "authorization_code",
                    "client_id", application.clientId(),
                    "code", Parameters.of(tab.arrival()).get("code"),
                    "redirect_uri", OidcApplication.CALLBACK.toString(),
                    "code_verifier", attempt.verifier());
            var token = Json.read(Http.send(HttpRequest.newBuilder(portal.oidc("token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .header(
                                            "DPoP",
                                            proofs.createDPoPJWT("POST", portal.oidc("token"))
                                                    .serialize())
                                    .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form))))
                            .body())
                    .get("access_token")
                    .asText();
            application.signIn(tab, user, other);

            var proof = proofs.createDPoPJWT("GET", portal.oidc("userinfo"), new DPoPAccessToken(token));
            var userinfo = Http.send(HttpRequest.newBuilder(portal.oidc("userinfo"))
                    .header("Authorization", "DPoP " + token)
                    .header("DPoP", proof.serialize()));
            assertThat(userinfo.statusCode()).as("%s", userinfo.body()).isEqualTo(200);
            assertThat(AccountClaim.numberIn(Json.map(userinfo.body()))).isEqualTo(chosen.number());
        }
    }
}
