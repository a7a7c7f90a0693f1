package com.micloud.signin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Failure;
import com.micloud.signin.acceptance.harness.provider.SamlAnswer;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.provider.TokenSigning;
import java.net.URI;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A customer's provider")
final class ProvidersIT {
    private final StandInOidcProvider provider = new StandInOidcProvider();
    private Portal portal;
    private User user;
    private Account account;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = portal.admin().user();
        account = portal.admin().account("sso-required");
        portal.admin().join(user, account);
        portal.admin().provider(account, provider.representation());
        application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        tab = PlainTab.fresh();
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private void assertRefused(String refusal) {
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.has("try-again")).isTrue();
        assertThat(portal.events().of(application.clientId()))
                .extracting(event -> event.detail("micloud_refusal"))
                .filteredOn(reason -> !reason.isEmpty())
                .containsExactly(refusal);
    }

    @Nested
    @DisplayName("that says who somebody is")
    final class Asserted {
        @Test
        @DisplayName("links its subject to the user who was typed, at the first sign-in and without a page")
        void link() {
            provider.signsIn("subject-1", user.username());
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(account.number());
            assertThat(portal.admin().links(user)).containsEntry(provider.alias(), "subject-1");
            var event = portal.events().of(user).stream()
                    .filter(found -> found.type().equals("LOGIN"))
                    .findFirst()
                    .orElseThrow();
            assertThat(event.detail("micloud_account")).isEqualTo(account.number());
            assertThat(event.detail("micloud_method")).contains(provider.alias());
        }

        @Test
        @DisplayName("may write the name in another case")
        void letterCase() {
            provider.signsIn("subject-1", user.username().toUpperCase(Locale.ROOT));
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(account.number());
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    "someone.else@contoso.example",
                    "%s ",
                    " %s",
                    "%s\u200B",
                    "x%s",
                    "%s.evil.example",
                    "%s\u0000",
                    ""
                })
        @DisplayName("and says another name is refused, and nothing is linked")
        void another(String name) {
            provider.signsIn("subject-1", name.formatted(user.username()));
            tab.open(application.begin().url()).username(user.username());
            assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
            assertThat(tab.page().status()).as("%s", tab).isBetween(400, 504).isNotEqualTo(500);
            assertThat(portal.admin().links(user)).isEmpty();
        }

        @Test
        @DisplayName("and says the name of another member of the account does not sign in that one")
        void anotherMember() {
            var other = portal.admin().user();
            portal.admin().join(other, account);
            provider.signsIn("subject-2", other.username());
            tab.open(application.begin().url()).username(user.username());
            assertRefused("username_mismatch");
            assertThat(tab.page().body()).doesNotContain(other.username());
        }

        @Test
        @DisplayName("and signs in somebody who is linked already, but was not typed, is refused")
        void linkedOther() {
            var other = portal.admin().user();
            portal.admin().join(other, account);
            portal.admin().link(other, provider.alias(), "subject-2", other.username());
            provider.signsIn("subject-2", other.username());
            tab.open(application.begin().url()).username(user.username());
            assertRefused("username_mismatch");
        }

        @Test
        @DisplayName("and knows a linked subject by a new name is refused")
        void subjectRenamed() {
            portal.admin().link(user, provider.alias(), "subject-1", user.username());
            provider.signsIn("subject-1", "renamed@contoso.example");
            tab.open(application.begin().url()).username(user.username());
            assertRefused("username_mismatch");
        }

        @Test
        @DisplayName("and gives a known name to a new subject is refused until an administrator unlinks")
        void nameReassigned() {
            portal.admin().link(user, provider.alias(), "subject-1", user.username());
            provider.signsIn("subject-2", user.username());
            tab.open(application.begin().url()).username(user.username());
            assertRefused("subject_mismatch");

            portal.admin().delete("/users/" + user.id() + "/federated-identity/" + provider.alias());
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(account.number());
        }

        @Test
        @DisplayName("and signs in a member who has just left is refused")
        void leftMeanwhile() {
            portal.admin().link(user, provider.alias(), "subject-1", user.username());
            provider.signsIn("subject-1", user.username());
            portal.admin().leave(user, account);
            portal.admin().join(user, portal.admin().account("password"));
            tab.open(application.begin().url()).username(user.username());
            assertThat(tab.has("password")).isTrue();
            assertThat(provider.requests()).isEmpty();
        }

        @Test
        @DisplayName("and wants the new name after the username was changed")
        void usernameChanged() {
            provider.signsIn("subject-1", user.username());
            var before = application.begin();
            tab.open(before.url()).username(user.username());
            application.redeem(before, tab);

            var renamed = Names.username();
            portal.admin().rename(user, renamed);
            var old = PlainTab.fresh();
            old.open(application.begin().url()).username(user.username());
            assertThat(old.has("password")).isTrue();
            var stale = PlainTab.fresh();
            stale.open(application.begin().url()).username(renamed);
            assertThat(stale.page().status()).isEqualTo(403);
            provider.signsIn("subject-1", renamed);
            var attempt = application.begin();
            var current = PlainTab.fresh().open(attempt.url()).username(renamed);
            assertThat(AccountClaim.numberIn(
                            application.redeem(attempt, current).idClaims()))
                    .isEqualTo(account.number());
        }
    }

    @Nested
    @DisplayName("of one account")
    final class Borders {
        @Test
        @DisplayName("opens no other account: a crafted address to it is refused")
        void craftedAddress() {
            var admin = portal.admin();
            var both = admin.user();
            var mine = admin.account("sso-optional");
            admin.join(both, mine);
            try (var own = new StandInOidcProvider().signsIn("s", both.username())) {
                admin.provider(mine, own.representation());
                provider.signsIn("s", both.username());
                tab.open(application.begin().url()).username(both.username());
                var parameters = tab.page().parametersOf("kc-login");
                parameters.remove("execution");
                tab.open(URI.create(
                        portal.realm("broker/" + provider.alias() + "/login") + "?" + Parameters.encode(parameters)));
                assertRefused("wrong_provider");
                assertThat(admin.links(both)).isEmpty();
            }
        }

        @Test
        @DisplayName("does not open another one in the same browser afterwards, nor does a password open it")
        void proofs() {
            var admin = portal.admin();
            var byPassword = admin.account("password");
            admin.join(user, byPassword);
            provider.signsIn("s", user.username());
            var first = application.begin();
            tab.open(first.url()).username(user.username()).pickAccount(account.number());
            application.redeem(first, tab);
            assertThat(provider.requests()).hasSize(1);

            tab.open(application.begin().url()).username(user.username()).pickAccount(byPassword.number());
            assertThat(tab.has("password")).isTrue();
            tab.password(user.password()).arrival();

            var again = application.begin();
            tab.open(again.url()).username(user.username()).pickAccount(account.number());
            assertThat(AccountClaim.numberIn(application.redeem(again, tab).idClaims()))
                    .isEqualTo(account.number());
            assertThat(provider.requests()).as("proved already in this browser").hasSize(1);
        }

        @Test
        @DisplayName("is one of several: the user picks, and each works")
        void several() {
            var admin = portal.admin();
            try (var second = new StandInOidcProvider().signsIn("s2", user.username())) {
                admin.provider(account, second.representation());
                tab.open(application.begin().url()).username(user.username());
                assertThat(tab.page().ids("button[id^=sso-]"))
                        .containsExactlyInAnyOrder("sso-" + provider.alias(), "sso-" + second.alias());
                var attempt = application.begin();
                tab.open(attempt.url()).username(user.username()).press("sso-" + second.alias());
                application.redeem(attempt, tab);
                assertThat(second.requests()).hasSize(1);
                assertThat(provider.requests()).isEmpty();
            }
        }

        @Test
        @DisplayName("creates no user, whatever name it asserts")
        void noUsers() {
            var nobody = Names.username();
            provider.signsIn("s", nobody);
            tab.open(application.begin().url()).username(user.username());
            assertRefused("username_mismatch");
            assertThat(portal.admin().get("/users?exact=true&username=" + Parameters.encode(nobody)))
                    .isEmpty();
        }

        @Test
        @DisplayName("cannot be asked before a username was entered")
        void withoutUsername() {
            provider.signsIn("s", user.username());
            tab.open(application.begin().url());
            var parameters = tab.page().parametersOf("kc-login");
            parameters.remove("execution");
            tab.open(URI.create(
                    portal.realm("broker/" + provider.alias() + "/login") + "?" + Parameters.encode(parameters)));
            assertRefused("not_started_here");
        }
    }

    static Stream<Arguments> oidcTroubles() {
        return Stream.of(
                spoilt("cancel", p -> p.refusing("access_denied")),
                spoilt("an error", p -> p.refusing("server_error")),
                spoilt("temporarily unavailable", p -> p.refusing("temporarily_unavailable")),
                spoilt("invented error", p -> p.refusing("<b>boo</b>")),
                spoilt("500 from the token endpoint", p -> p.failingTokens(Failure.SERVER_ERROR)),
                spoilt("400 from the token endpoint", p -> p.failingTokens(Failure.BAD_REQUEST)),
                spoilt("unknown key", p -> p.signing(TokenSigning.ANOTHER_KEY)),
                spoilt("wrong audience", p -> p.spoiling(claims -> claims.audience("somebody-else"))),
                spoilt("wrong issuer", p -> p.spoiling(claims -> claims.issuer("http://evil.example"))),
                spoilt(
                        "expired",
                        p -> p.spoiling(claims ->
                                claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600))))),
                spoilt("no subject", p -> p.spoiling(claims -> claims.subject(null))));
    }

    private static Arguments spoilt(String name, Consumer<StandInOidcProvider> spoiling) {
        return Arguments.of(name, spoiling);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oidcTroubles")
    @DisplayName(
            "in trouble leads to a page in plain words with status 502 to 504, unless it was a cancel, and trying again works")
    void trouble(String name, Consumer<StandInOidcProvider> spoiling) {
        provider.signsIn("subject", user.username());
        spoiling.accept(provider);
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        assertTroublePage();
        if (!name.equals("cancel")) {
            assertThat(tab.page().status()).as("%s", tab).isBetween(502, 504);
        }
        assertThat(tab.has("enter-password")).isFalse();

        provider.recovered();
        tab.press("try-again");
        if (tab.has("username")) {
            tab.username(user.username());
        }
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(account.number());
    }

    @ParameterizedTest(name = "state {0}")
    @ValueSource(strings = {"nonsense", "a.b.c.d", "a.b.%25%25.d", "..", "....", "a.b.w6k.d"})
    @DisplayName("whose answer carries back what was never sent is refused with a page")
    void inventedState(String state) {
        tab.open(URI.create(portal.realm("broker/" + provider.alias() + "/endpoint") + "?code=x&state=" + state));
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(400);
        assertThat(tab.error()).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oidcTroubles")
    @DisplayName("in trouble leaves an event from which an operator can find and explain the sign-in")
    void troubleEvent(String name, Consumer<StandInOidcProvider> spoiling) {
        provider.signsIn("subject", user.username());
        spoiling.accept(provider);
        tab.open(application.begin().url()).username(user.username());
        assertThat(portal.events().of(application.clientId())).as(name).anyMatch(event -> !event.error()
                .isEmpty());
    }

    @ParameterizedTest(name = "policy {0}, {1}")
    @CsvSource({
        "sso-optional, access_denied",
        "sso-preferred, access_denied",
        "sso-optional, server_error",
        "sso-preferred, server_error"
    })
    @DisplayName("in trouble leaves the password where the policy takes one")
    void troubleWithPassword(String policy, String error) {
        portal.admin().setAttribute(account, "micloud.signInPolicy", policy);
        provider.signsIn("subject", user.username()).refusing(error);
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).press("sso");
        assertTroublePage();
        tab.press("enter-password").password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(account.number());
    }

    @Test
    @DisplayName("that is down leads to a page in plain words")
    void down() {
        provider.signsIn("subject", user.username());
        provider.failingTokens(Failure.DROPPED);
        tab.open(application.begin().url()).username(user.username());
        assertTroublePage();
    }

    private void assertTroublePage() {
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
        assertThat(tab.page().status()).as("%s", tab).isNotEqualTo(500);
        assertThat(tab.error()).as("%s", tab).isNotEmpty();
        assertThat(tab.has("try-again")).as("%s", tab).isTrue();
        assertThat(tab.page().body()).doesNotContain("<b>boo</b>").doesNotContain("Exception");
    }

    @Nested
    @DisplayName("over SAML")
    final class Saml {
        private StandInSamlProvider saml;
        private User member;
        private Account company;

        @BeforeEach
        void link() {
            saml = new StandInSamlProvider(portal);
            member = portal.admin().userWithoutPassword();
            company = portal.admin().account("sso-required");
            portal.admin().join(member, company);
            portal.admin().provider(company, saml.representation());
            saml.signsIn(member.username());
        }

        @AfterEach
        void close() {
            saml.close();
        }

        @Test
        @DisplayName("signs its user in, with the username as login hint")
        void signsIn() {
            var attempt = application.begin();
            tab.open(attempt.url()).username(member.username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(company.number());
            assertThat(saml.requests().get(0).get("xml")).contains(member.username());
        }

        @Test
        @DisplayName("that signs in another is refused")
        void another() {
            saml.signsIn("someone.else@contoso.example");
            tab.open(application.begin().url()).username(member.username());
            assertRefused("username_mismatch");
        }

        static Stream<Arguments> answers() {
            return Stream.of(
                    spoiltAnswer("unsigned", SamlAnswer::unsigned),
                    spoiltAnswer("signed with an unknown key", SamlAnswer::signedWithAnUnknownKey),
                    spoiltAnswer("for another audience", answer -> answer.set("audience", "http://evil.example")),
                    spoiltAnswer("expired", answer -> answer.set("notBefore", "2020-01-01T00:00:00Z")
                            .set("notOnOrAfter", "2020-01-01T01:00:00Z")),
                    spoiltAnswer("not valid yet", answer -> answer.set("notBefore", "2090-01-01T00:00:00Z")
                            .set("notOnOrAfter", "2090-01-01T01:00:00Z")),
                    spoiltAnswer("to another request", answer -> answer.set("inResponseTo", "_another")),
                    spoiltAnswer("to no request", answer -> answer.set("inResponseTo", "")),
                    spoiltAnswer("for another address", answer -> answer.set("destination", "http://evil.example/")),
                    spoiltAnswer("from another issuer", answer -> answer.set("issuer", "http://evil.example")),
                    spoiltAnswer(
                            "a refusal",
                            answer -> answer.set("status", "urn:oasis:names:tc:SAML:2.0:status:Responder")));
        }

        private static Arguments spoiltAnswer(String name, Consumer<SamlAnswer> spoiling) {
            return Arguments.of(name, spoiling);
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("answers")
        @DisplayName("with an answer that is not in order leads to a page, and trying again works when it is")
        void trouble(String name, Consumer<SamlAnswer> spoiling) {
            saml.spoiling(spoiling);
            var attempt = application.begin();
            tab.open(attempt.url()).username(member.username());
            assertTroublePage();

            saml.spoiling(answer -> {});
            tab.press("try-again");
            if (tab.has("username")) {
                tab.username(member.username());
            }
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(company.number());
        }

        @Test
        @DisplayName("that answers without having been asked is told to start from the application")
        void unsolicited() {
            var page = tab.browser().post(saml.consumer(), saml.unsolicited());
            assertThat(page.hasArrived()).isFalse();
            assertThat(page.status()).isNotEqualTo(500).isGreaterThanOrEqualTo(400);
            assertThat(page.error()).contains("application");
        }

        @Test
        @DisplayName("that answers without having been asked, at the address made for that, is refused all the same")
        void unsolicitedAtItsOwnAddress() {
            var clientId = portal.admin().application(Map.of("saml_idp_initiated_sso_url_name", "shortcut"));
            portal.admin().link(member, saml.alias(), member.username(), member.username());
            var page = tab.browser().post(URI.create(saml.consumer() + "/clients/shortcut"), saml.unsolicited());
            assertThat(page.hasArrived()).as("%s for %s", page, clientId).isFalse();
            assertThat(page.status()).isNotEqualTo(500).isGreaterThanOrEqualTo(400);
            assertThat(page.error()).isNotEmpty();
        }

        @Test
        @DisplayName("is not believed twice: an answer that is sent again is refused")
        void replay() {
            var attempt = application.begin();
            tab.open(attempt.url()).username(member.username());
            tab.arrival();
            var sentBefore = saml.lastAnswer();
            var again = tab.browser().post(saml.consumer(), sentBefore);
            assertThat(again.hasArrived()).as("%s", again).isFalse();
            assertThat(again.status()).isNotEqualTo(500);
            var page = PlainTab.fresh().browser().post(saml.consumer(), sentBefore);
            assertThat(page.hasArrived()).as("%s", page).isFalse();
            assertThat(page.status()).isNotEqualTo(500).isGreaterThanOrEqualTo(400);
        }
    }
}
