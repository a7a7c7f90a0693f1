package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.ProviderServer;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holes of Keycloak that were reported, tried on the packaged jars. */
@AcceptanceTest
@DisplayName("A hole of Keycloak that was reported")
final class KnownHolesIT {
    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    /** CVE-2026-18963, keycloak/keycloak#51833. */
    @Nested
    @DisplayName("in the flow of a forgotten password, which \"try another way\" led past the mail")
    final class ResetFlow {
        @ParameterizedTest(name = "primed at {0}")
        @ValueSource(strings = {"username", "code", "both"})
        @DisplayName("leads to no new password without the code")
        void withoutCode(String where) {
            tab.open(portal.realm("forgotpassword"));
            if (!where.equals("code")) {
                prime();
                tab.open(portal.realm("forgotpassword"));
                prime();
                back();
            }
            if (tab.has("username")) {
                tab.username(user.username());
            }
            if (!where.equals("username")) {
                prime();
                back();
            }
            for (var times = 0; times < 3; times++) {
                tab.post(action(), Map.of());
                assertNoNewPassword();
                tab.post(action(), Map.of("tryAnotherWay", "on"));
                assertNoNewPassword();
                back();
                assertNoNewPassword();
            }
            tab.post(action(), Map.of("password-new", "Planted_1", "password-confirm", "Planted_1"));
            assertNoNewPassword();
            var attempt = application.begin();
            var owner = PlainTab.fresh();
            owner.open(attempt.url()).username(user.username()).password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, owner).idClaims()))
                    .isEqualTo(user.account().number());
        }

        private URI action() {
            var form = tab.page().document().selectFirst("form[action*=tab_id]");
            assertThat(form).as("a form on %s", tab).isNotNull();
            return URI.create(form.absUrl("action"));
        }

        private void prime() {
            var before = action();
            tab.post(before, Map.of("tryAnotherWay", "on"));
            if (tab.page().document().selectFirst("form[action*=tab_id]") == null) {
                tab.open(withoutCode(before));
            }
        }

        /** Shows the step again, as a reload does. */
        private void back() {
            tab.open(withoutCode(action()));
        }

        private URI withoutCode(URI action) {
            return URI.create(action.toString().replaceAll("(session_code|execution)=[^&]*&?", ""));
        }

        private void assertNoNewPassword() {
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertThat(tab.page().status()).as("%s", tab).isLessThan(500);
            assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isEmpty();
        }
    }

    /** CVE-2026-7507, keycloak/keycloak#49111. */
    @Nested
    @DisplayName("by a tab that somebody else began")
    final class PlantedTab {
        @ParameterizedTest(name = "at {0}")
        @ValueSource(strings = {"restart", "authenticate", "required-action", "reset-credentials", "registration"})
        @DisplayName("takes nobody's session into it")
        void restarted(String path) {
            var owner = PlainTab.wantingPages();
            application.signIn(owner, user);
            portal.admin().demand(user, "UPDATE_PASSWORD");

            tab.open(OidcApplication.made(portal, Map.of("micloud.reentry", "session"))
                    .begin()
                    .url());
            var planted = TabKind.parameters(tab.page());
            var code = planted.remove("session_code");
            planted.remove("execution");
            var signIn = new HashMap<>(planted);
            signIn.put(
                    "auth_session_id", tab.browser().cookie("AUTH_SESSION_ID").orElseThrow());
            owner.open(address(path, signIn));
            signIn.put("session_code", code);
            owner.open(address(path, signIn));
            owner.post(address(path, signIn), Map.of("username", user.username()));

            tab.open(address("authenticate", planted));
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
            tab.open(address("required-action", planted));
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isEmpty();
            assertThat(portal.admin().sessions(user)).isEqualTo(1);
        }

        private URI address(String path, Map<String, String> parameters) {
            return URI.create(portal.realm("login-actions/" + path) + "?" + Parameters.encode(parameters));
        }
    }

    /** CVE-2026-18569, keycloak/keycloak#51381. */
    @Nested
    @DisplayName("by log-out tokens that nobody signed")
    final class LogOutTokens {
        @ParameterizedTest(name = "validateSignature {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("ends no session, whether the provider's signatures are checked or not")
        void unsigned(boolean validated) throws ParseException {
            var provider = new StandInOidcProvider();
            try (var customer = Customer.of(portal, provider, provider.endingSessions())) {
                application.signIn(tab, customer.member(), customer.account());
                assertThat(portal.admin().sessions(customer.member())).isEqualTo(1);
                validateSignature(provider, validated);
                var subject = "subject-of-" + customer.member().username();
                var signed = JWTParser.parse(provider.logoutToken(claims -> claims.subject(subject)));
                var unsigned = new PlainJWT(signed.getJWTClaimsSet()).serialize();
                var answer = Http.send(HttpRequest.newBuilder(portal.oidc("logout/backchannel-logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                Parameters.encode(Map.of("logout_token", unsigned)))));
                assertThat(portal.admin().sessions(customer.member()))
                        .as("answered %s: %s", answer.statusCode(), answer.body())
                        .isEqualTo(1);
            }
        }

        /** Not in that report: the address of providers that are Keycloak servers themselves. */
        @ParameterizedTest(name = "validateSignature {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("ends no session at the address for providers of Keycloak's own kind either")
        void unsignedOfKeycloak(boolean validated) {
            var session = Names.word();
            try (var provider = new StandInOidcProvider().signsIn(user.username())) {
                provider.spoiling(claims -> claims.claim("sid", session));
                portal.admin().setAttribute(user.account(), "micloud.signInPolicy", "sso-required");
                portal.admin().provider(user.account(), provider.representation());
                application.signIn(tab, user);
                assertThat(portal.admin().sessions(user)).isEqualTo(1);
                // Such a provider signs nobody in; an administrator may make one of another that did.
                portal.admin()
                        .change(
                                "/identity-provider/instances/" + provider.alias(),
                                node -> node.put("providerId", "keycloak-oidc"));
                validateSignature(provider, validated);
                var action = new PlainJWT(new JWTClaimsSet.Builder()
                                .claim("id", Names.word())
                                .claim(
                                        "expiration",
                                        Instant.now().plusSeconds(60).getEpochSecond())
                                .claim("resource", "portal-at-provider")
                                .claim("action", "LOGOUT")
                                .claim("keycloakSessionIds", List.of(session))
                                .build())
                        .serialize();
                var answer = Http.send(
                        HttpRequest.newBuilder(portal.realm("broker/" + provider.alias() + "/endpoint/k_logout"))
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(action)));
                assertThat(portal.admin().sessions(user))
                        .as("answered %s: %s", answer.statusCode(), answer.body())
                        .isEqualTo(1);
            }
        }

        private void validateSignature(StandInOidcProvider provider, boolean validated) {
            portal.admin().change("/identity-provider/instances/" + provider.alias(), node -> node.withObject("/config")
                    .put("validateSignature", String.valueOf(validated)));
        }
    }

    /** CVE-2026-19607, keycloak/keycloak#52837. */
    @Nested
    @DisplayName("by a new name that is somebody else's address")
    final class NewNames {
        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"username", "email"})
        @DisplayName("locks nobody out and takes nothing over")
        void lockedOut(String attribute) {
            var victim = Member.of(portal).in(user.account()).make();
            var reachedAt = Names.username();
            portal.admin().change("/users/" + victim.id(), node -> node.put("email", reachedAt));
            var taken = attribute.equals("username") ? reachedAt : victim.username();
            var answer = change(console(), Map.of(attribute, taken));

            assertThat(portal.admin().get("/users/" + user.id()).get(attribute).asText())
                    .as("answered %s", answer)
                    .isEqualTo(user.username());
            var attempt = application.begin();
            tab.open(attempt.url()).username(victim.username()).password(victim.password());
            assertThat(application.redeem(attempt, tab).idClaims())
                    .containsEntry("preferred_username", victim.username());
        }

        private Tokens console() {
            var console = OidcApplication.of(portal, "account-console")
                    .answeredAt(portal.realm("account/"))
                    .with("redirect_uri", portal.realm("account/").toString());
            var attempt = console.begin();
            var own = PlainTab.wantingPages();
            var code = codeOf(own, attempt.url());
            return console.redeem(attempt, code).tokens();
        }

        /** The console's own page is on the portal, so the browser follows to it: the code stands in its address. */
        private URI codeOf(PlainTab own, URI request) {
            own.open(request).username(user.username());
            if (own.has("account")) {
                own.pickAccount(user.account().number());
            }
            own.password(user.password());
            return own.page().address();
        }

        private int change(Tokens tokens, Map<String, String> change) {
            var bearer = "Bearer " + tokens.accessToken();
            var now = Http.send(HttpRequest.newBuilder(portal.realm("account"))
                    .header("Authorization", bearer)
                    .header("Accept", "application/json"));
            assertThat(now.statusCode()).as(now.body()).isEqualTo(200);
            var profile = new HashMap<>(Json.map(now.body()));
            profile.putAll(change);
            return Http.send(HttpRequest.newBuilder(portal.realm("account"))
                            .header("Authorization", bearer)
                            .header("Accept", "application/json")
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(Json.write(profile))))
                    .statusCode();
        }
    }

    /** CVE-2026-16443, keycloak/keycloak#51471. */
    @Nested
    @DisplayName("by the import of a SAML provider's metadata")
    final class Metadata {
        @ParameterizedTest(name = "use=\"{0}\"")
        @ValueSource(strings = {"", "signing"})
        @DisplayName("leaves the check of signatures on, whatever the key is said to be for")
        void imported(String use) {
            var provider = new StandInSamlProvider(portal);
            try (provider;
                    var site = ProviderServer.start()) {
                var metadata = metadata(provider, use);
                site.at("/metadata", question -> new ProviderServer.Answer(200, "application/xml", metadata, Map.of()));
                var answer = portal.admin()
                        .send(
                                "POST",
                                "/identity-provider/import-config",
                                Json.write(Map.of("providerId", "saml", "fromUrl", site.address() + "/metadata")));
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                assertThat(Json.read(answer.body()).path("validateSignature").asText())
                        .as(answer.body())
                        .isEqualTo("true");
                assertThat(Json.read(answer.body()).path("signingCertificate").asText())
                        .isEqualTo(provider.certificate());
            }
        }

        private String metadata(StandInSamlProvider provider, String use) {
            return """
                    <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="%s">\
                    <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">\
                    <KeyDescriptor%s><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>\
                    %s</X509Certificate></X509Data></KeyInfo></KeyDescriptor>\
                    <SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="%s/sso"/>\
                    </IDPSSODescriptor></EntityDescriptor>"""
                    .formatted(
                            provider.address(),
                            use.isEmpty() ? "" : " use=\"" + use + "\"",
                            provider.certificate(),
                            provider.address());
        }
    }

    /** Keycloak's own flow for forgotten passwords is not the realm's, but an operator can bind it. */
    @Test
    @DisplayName("is closed in Keycloak's own flow for forgotten passwords as well")
    void stockResetFlow() {
        try (var realm = new StockRealm(portal)) {
            realm.admin().changeRealm(settings -> settings.put("resetPasswordAllowed", true));
            var member = realm.admin().user();
            tab.open(realm.address("login-actions/reset-credentials?client_id=account"));
            var form = tab.page().document().selectFirst("form[action*=tab_id]");
            assertThat(form).as("%s", tab).isNotNull();
            var action = URI.create(form.absUrl("action"));
            tab.post(action, Map.of("tryAnotherWay", "on"));
            tab.open(URI.create(action.toString().replaceAll("(session_code|execution)=[^&]*&?", "")));
            form = tab.page().document().selectFirst("form[action*=tab_id]");
            assertThat(form).as("%s", tab).isNotNull();
            tab.post(URI.create(form.absUrl("action")), Map.of("username", member.username()));
            for (var times = 0; times < 3; times++) {
                form = tab.page().document().selectFirst("form[action*=tab_id]");
                tab.post(form == null ? action : URI.create(form.absUrl("action")), Map.of());
                assertThat(tab.has("password-new")).as("%s", tab).isFalse();
                tab.open(URI.create(action.toString().replaceAll("(session_code|execution)=[^&]*&?", "")));
                assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            }
        }
    }
}
