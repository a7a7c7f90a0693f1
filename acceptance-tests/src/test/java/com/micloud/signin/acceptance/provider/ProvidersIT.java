package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A customer's provider")
final class ProvidersIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("sso-required", provider).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
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
                    .isEqualTo(user.account().number());
            assertThat(portal.admin().links(user)).containsEntry(provider.alias(), "subject-1");
            var event = portal.events().of(user).stream()
                    .filter(found -> found.type().equals("LOGIN"))
                    .findFirst()
                    .orElseThrow();
            assertThat(event.detail("micloud_account")).isEqualTo(user.account().number());
            assertThat(event.detail("micloud_method")).contains(provider.alias());
        }

        @Test
        @DisplayName("may write the name in another case")
        void letterCase() {
            provider.signsIn("subject-1", user.username().toUpperCase(Locale.ROOT));
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(user.account().number());
        }

        @Test
        @DisplayName("and signs in somebody who is linked already, but was not typed, is refused")
        void linkedOther() {
            var other = Member.of(portal).in(user.account()).make();
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
                    .isEqualTo(user.account().number());
        }

        @Test
        @DisplayName("and signs in a member who has just left is refused")
        void leftMeanwhile() {
            portal.admin().link(user, provider.alias(), "subject-1", user.username());
            provider.signsIn("subject-1", user.username());
            portal.admin().leave(user, user.account());
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
                    .isEqualTo(user.account().number());
        }
    }

    @Nested
    @DisplayName("of one account")
    final class Borders {
        @Test
        @DisplayName("does not open another one in the same browser afterwards, nor does a password open it")
        void proofs() {
            var byPassword = portal.admin().account("password");
            portal.admin().join(user, byPassword);
            provider.signsIn("s", user.username());
            var first = application.begin();
            tab.open(first.url())
                    .username(user.username())
                    .pickAccount(user.account().number());
            application.redeem(first, tab);
            assertThat(provider.requests()).hasSize(1);

            tab.open(application.begin().url()).username(user.username()).pickAccount(byPassword.number());
            assertThat(tab.has("password")).isTrue();
            tab.password(user.password()).arrival();

            var again = application.begin();
            tab.open(again.url())
                    .username(user.username())
                    .pickAccount(user.account().number());
            assertThat(AccountClaim.numberIn(application.redeem(again, tab).idClaims()))
                    .isEqualTo(user.account().number());
            assertThat(provider.requests()).as("proved already in this browser").hasSize(1);
        }

        @Test
        @DisplayName("is one of several: the user picks, and each works")
        void several() {
            var admin = portal.admin();
            try (var second = new StandInOidcProvider().signsIn("s2", user.username())) {
                admin.provider(user.account(), second.representation());
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

    @Nested
    @DisplayName("over SAML")
    final class Saml {
        @Test
        @DisplayName("signs its user in, with the username as login hint")
        void signsIn() {
            try (var customer = Customer.withSaml(portal)) {
                var member = customer.member();
                var attempt = application.begin();
                tab.open(attempt.url()).username(member.username());
                assertThat(AccountClaim.numberIn(
                                application.redeem(attempt, tab).idClaims()))
                        .isEqualTo(customer.account().number());
                assertThat(customer.provider().requests().get(0).get("xml")).contains(member.username());
            }
        }
    }
}
