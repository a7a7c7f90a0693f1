package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.TokenSigning;
import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A hostile OpenID Connect provider")
final class HostileOidcProviderIT extends HostileProvider<StandInOidcProvider> {
    HostileOidcProviderIT() {
        super(Customer::withOidc);
    }

    private void assertAdmitted() {
        var attempt = application.begin();
        var honest = PlainTab.wantingPages();
        honest.open(attempt.url()).username(username);
        assertThat(AccountClaim.numberIn(application.redeem(attempt, honest).idClaims()))
                .isEqualTo(customer.account().number());
    }

    static Stream<Arguments> claims() {
        return Stream.of(
                claimed("another name, the right one as e-mail", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", "x" + name)
                        .claim("email", name)),
                claimed("another name, the right one as upn", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", "x" + name)
                        .claim("upn", name)),
                claimed("another name, the right one as subject", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", "x" + name)
                        .subject(name)),
                claimed("another name, the right one as unique_name", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", "x" + name)
                        .claim("unique_name", name)),
                claimed("no name but another e-mail", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", null)
                        .claim("email", "x" + name)),
                claimed("no name and no e-mail", 403, MISMATCH, (claims, name) -> claims.claim(
                                "preferred_username", null)
                        .claim("email", null)),
                claimed(
                        "a list of names",
                        502,
                        "claims_unusable",
                        (claims, name) -> claims.claim("preferred_username", List.of(name, "x" + name))),
                claimed(
                        "an object as name",
                        502,
                        "claims_unusable",
                        (claims, name) -> claims.claim("preferred_username", Map.of("value", name))),
                claimed(
                        "a number as name",
                        502,
                        "claims_unusable",
                        (claims, name) -> claims.claim("preferred_username", 4711)),
                claimed(
                        "a number as subject",
                        502,
                        "id_token_unusable",
                        (claims, name) -> claims.claim("sub", List.of(1))),
                claimed("no subject", 502, "identity_provider_login_failure", (claims, name) -> claims.subject(null)),
                claimed(
                        "an enormous name",
                        403,
                        MISMATCH,
                        (claims, name) -> claims.claim("preferred_username", name + "x".repeat(100_000))),
                claimed(
                        "an enormous subject",
                        502,
                        "identityProviderUnexpectedErrorMessage",
                        (claims, name) -> claims.subject("x".repeat(100_000))),
                claimed(
                        "a null character behind the name",
                        403,
                        MISMATCH,
                        (claims, name) -> claims.claim("preferred_username", name + "\u0000")),
                claimed(
                        "a line feed behind the name",
                        403,
                        MISMATCH,
                        (claims, name) -> claims.claim("preferred_username", name + "\n")),
                claimed(
                        "markup as name",
                        403,
                        MISMATCH,
                        (claims, name) -> claims.claim("preferred_username", "<script>alert(1)</script>")),
                claimed(
                        "another audience",
                        502,
                        "id_token_wrong_audience",
                        (claims, name) -> claims.audience("somebody-else")),
                claimed(
                        "no audience",
                        502,
                        "id_token_wrong_audience",
                        (claims, name) -> claims.audience((String) null)),
                claimed(
                        "a token for another client (azp)",
                        502,
                        "id_token_wrong_audience",
                        (claims, name) -> claims.claim("azp", "somebody-else")),
                claimed(
                        "another issuer",
                        502,
                        "id_token_wrong_issuer",
                        (claims, name) -> claims.issuer("https://evil.example")),
                claimed("no issuer", 502, "id_token_wrong_issuer", (claims, name) -> claims.issuer(null)),
                claimed("another nonce", 502, "nonce_mismatch", (claims, name) -> claims.claim("nonce", "another")),
                claimed("no nonce", 502, "nonce_mismatch", (claims, name) -> claims.claim("nonce", null)),
                claimed("an empty nonce", 502, "nonce_mismatch", (claims, name) -> claims.claim("nonce", "")),
                claimed(
                        "a list of nonces",
                        502,
                        "identity_provider_login_failure",
                        (claims, name) -> claims.claim("nonce", List.of("a"))),
                claimed(
                        "expired",
                        502,
                        "id_token_expired",
                        (claims, name) ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600)))),
                claimed(
                        "from the future",
                        502,
                        "id_token_not_yet_valid",
                        (claims, name) ->
                                claims.notBeforeTime(Date.from(Instant.now().plusSeconds(3_600)))));
    }

    private interface Claiming {
        void claim(JWTClaimsSet.Builder claims, String username);
    }

    private static Arguments claimed(String what, int status, String reason, Claiming claiming) {
        return Arguments.of(what, status, reason, claiming);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @MethodSource("claims")
    @DisplayName("whose token claims what it may not, signs nobody in")
    void claim(String what, int status, String reason, Claiming claiming) {
        provider.spoiling(claims -> claiming.claim(claims, username));
        assertRefused(status, reason);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OWN_KEY")
    @DisplayName("whose token is signed wrongly, signs nobody in")
    void signature(TokenSigning way) {
        provider.signing(way);
        assertRefused(
                502,
                switch (way) {
                    case ANOTHER_KEY -> "signature_invalid";
                    case UNPUBLISHED_KEY -> "signing_key_unavailable";
                    default -> "identity_provider_login_failure";
                });
    }

    @Nested
    @DisplayName("that asserts somebody else")
    final class SomebodyElse extends AnotherPerson {
        @Test
        @DisplayName("whose e-mail address is another customer's member's, changes nobody's address")
        void emailOfAnother() {
            try (var other = Customer.withOidc(portal)) {
                provider.spoiling(claims ->
                        claims.claim("email", other.member().username()).claim("email_verified", true));
                assertAdmitted();
                var stored = portal.admin().get("/users/" + customer.member().id());
                assertThat(stored.get("email").asText()).isEqualTo(username);
                assertThat(portal.admin().sessions(other.member())).isZero();
                assertThat(portal.admin().links(other.member())).isEmpty();
            }
        }

        @Test
        @DisplayName("at the userinfo endpoint than in the token, signs in neither")
        void userinfoOfAnother() {
            var colleague = customer.colleague(portal);
            try (var second = new StandInOidcProvider()) {
                second.signsIn("subject", username)
                        .userinfo(Map.of("sub", "another-subject", "preferred_username", username));
                withUserinfo(second);
                var attack = attackOn(colleague);
                tab.open(application.begin().url()).username(username).press("sso-" + second.alias());
                attack.failed(tab.page(), 502, "identity_provider_login_failure");
            }
        }

        @Test
        @DisplayName("by name at the userinfo endpoint, signs in neither")
        void userinfoOfAnotherName() {
            var colleague = customer.colleague(portal);
            try (var second = new StandInOidcProvider()) {
                second.signsIn("subject", username)
                        .userinfo(Map.of("sub", "subject", "preferred_username", colleague.username()));
                withUserinfo(second);
                var attack = attackOn(colleague);
                tab.open(application.begin().url()).username(username).press("sso-" + second.alias());
                attack.failed(tab.page(), 403, MISMATCH);
            }
        }

        private void withUserinfo(StandInOidcProvider second) {
            portal.admin().provider(customer.account(), second.representation(Map.of("disableUserInfo", "false")));
        }
    }

    @Nested
    @DisplayName("whose answer")
    final class Answers {
        @BeforeEach
        void pause() {
            provider.pausing();
            enter(username);
        }

        @Test
        @DisplayName("comes again in the same browser, gives no second session")
        void replayed() {
            var answer = provider.answer();
            tab.open(answer).arrival();
            var attack = attackOn();
            tab.open(answer);
            attack.handedBack(tab.page(), "temporarily_unavailable");
        }

        @Test
        @DisplayName("comes again in another browser, signs nobody in there")
        void replayedElsewhere() {
            var answer = provider.answer();
            tab.open(answer).arrival();
            var attack = attackOn();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(answer);
            attack.failed(elsewhere.page(), 400, "cookie_not_found");
            assertThat(elsewhere.browser().cookieNames()).doesNotContain("KEYCLOAK_IDENTITY");
        }

        @Test
        @DisplayName("is opened in another browser than the one that asked, signs nobody in")
        void stolen() {
            var attack = attackOn();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(provider.answer());
            attack.failed(elsewhere.page(), 400, "cookie_not_found");
        }

        @Test
        @DisplayName("is opened in a browser that is signing in somebody else, signs nobody in")
        void stolenByASignIn() {
            var colleague = customer.colleague(portal);
            var attack = attackOn(colleague);
            var answer = provider.answer();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(application.begin().url()).username(colleague.username());
            elsewhere.open(answer);
            attack.failed(elsewhere.page(), 200, "expired_code");
        }

        @Test
        @DisplayName("is for another tab, signs nobody in there")
        void ofAnotherTab() {
            var colleague = customer.colleague(portal);
            var attack = attackOn(colleague);
            var mine = provider.lastRequest();
            var other = tab.another();
            other.open(application.begin().url()).username(colleague.username());
            var theirs = new HashMap<>(provider.lastRequest());
            theirs.put("state", mine.get("state"));
            tab.open(provider.answerTo(theirs));
            attack.failed(tab.page(), 502, "identity_provider_login_failure");
        }

        @Test
        @DisplayName("is a code that somebody else's sign-in was given, signs nobody in")
        void injectedCode() {
            var attack = attackOn();
            var mine = provider.lastRequest();
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(application.begin().url()).username(username);
            var theirs = new HashMap<>(provider.lastRequest());
            theirs.put("state", mine.get("state"));
            tab.open(provider.answerTo(theirs));
            attack.failed(tab.page(), 502, "identity_provider_login_failure");
        }

        static Stream<Arguments> queries() {
            return Stream.of(
                    query(
                            "no state",
                            400,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("state=[^&]*", "")),
                    query(
                            "an empty state",
                            400,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("state=[^&]*", "state=")),
                    query(
                            "a blank state",
                            400,
                            "invalidRequestMessage",
                            query -> query.replaceAll("state=[^&]*", "state=%20")),
                    query(
                            "half a state",
                            400,
                            "invalidRequestMessage",
                            query -> query.replaceAll("(state=[^&.]*)[^&]*", "$1")),
                    query("another state before", 502, "identity_provider_login_failure", query -> "state=x&" + query),
                    query("another state behind", 502, "identity_provider_login_failure", query -> query + "&state=x"),
                    query(
                            "an enormous state",
                            400,
                            "invalidRequestMessage",
                            query -> query.replaceAll("state=[^&]*", "state=" + "x".repeat(6000))),
                    query(
                            "a state that is not UTF-8",
                            400,
                            "invalidRequestMessage",
                            query -> query.replaceAll("state=[^&]*", "state=%ff%fe")),
                    query(
                            "no code",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "")),
                    query(
                            "an empty code",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "code=")),
                    query(
                            "another code",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "code=x")),
                    query(
                            "an enormous code",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "code=" + "x".repeat(6000))),
                    query(
                            "login_required",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "error=login_required")),
                    query(
                            "interaction_required",
                            502,
                            "identity_provider_login_failure",
                            query -> query.replaceAll("code=[^&]*", "error=interaction_required")),
                    query("two codes", 502, "identity_provider_login_failure", query -> query + "&code=x"),
                    query(
                            "an error and a code",
                            502,
                            "identity_provider_login_failure",
                            query -> query + "&error=access_denied"));
        }

        private static Arguments query(String what, int status, String reason, UnaryOperator<String> change) {
            return Arguments.of(what, status, reason, change);
        }

        @ParameterizedTest(name = "{0}: {1} {2}")
        @MethodSource("queries")
        @DisplayName("lacks what it should have, signs nobody in")
        void spoiltQuery(String what, int status, String reason, UnaryOperator<String> change) {
            var attack = attackOn();
            tab.open(provider.sendingBackWith(change).answer());
            attack.failed(tab.page(), status, reason);
        }

        @Test
        @DisplayName("is posted instead of opened, signs nobody in")
        void posted() {
            var attack = attackOn();
            var answer = provider.answer();
            tab.post(URI.create(answer.toString().replaceAll("[?].*", "")), Parameters.of(answer));
            attack.failed(tab.page(), 405, "");
        }
    }
}
