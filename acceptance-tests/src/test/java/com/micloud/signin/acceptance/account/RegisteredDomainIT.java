package com.micloud.signin.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.people.WrongPasswords;
import com.micloud.signin.acceptance.harness.plain.Outside;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@DisplayName("A username in an e-mail domain that an account has registered")
final class RegisteredDomainIT {
    private final String domain = Names.word() + ".example";

    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private Portal portal;
    private Account account;
    private OidcApplication application;

    @BeforeEach
    void register(Portal portal) {
        this.portal = portal;
        account = Company.of(portal, "password")
                .with(provider)
                .registering(domain)
                .make();
        application = OidcApplication.made(portal);
    }

    private String name() {
        return Names.word() + "@" + domain;
    }

    private User member() {
        return Member.of(portal).named(name()).in(account).make();
    }

    private void policy(String policy) {
        portal.admin().setAttribute(account, "micloud.signInPolicy", policy);
    }

    /** Whose username it is that a stranger types. */
    enum Typed {
        MEMBER {
            @Override
            String in(RegisteredDomainIT test) {
                return test.member().username();
            }
        },
        UNKNOWN {
            @Override
            String in(RegisteredDomainIT test) {
                return test.name();
            }
        },
        MEMBER_SWITCHED_OFF {
            @Override
            String in(RegisteredDomainIT test) {
                var user = test.member();
                test.portal.admin().enable(user, false);
                return user.username();
            }
        },
        MEMBER_LOCKED {
            @Override
            String in(RegisteredDomainIT test) {
                var user = test.member();
                WrongPasswords.lock(test.portal, user);
                return user.username();
            }
        },
        MEMBER_WITHOUT_PASSWORD {
            @Override
            String in(RegisteredDomainIT test) {
                var user = Member.of(test.portal)
                        .withoutPassword()
                        .named(test.name())
                        .in(test.account)
                        .make();
                return user.username();
            }
        },
        MEMBER_WHO_LEFT {
            @Override
            String in(RegisteredDomainIT test) {
                var user = test.member();
                test.portal.admin().leave(user, test.account);
                return user.username();
            }
        };

        abstract String in(RegisteredDomainIT test);
    }

    @Nested
    @DisplayName("shows strangers the same status, headers, cookies, addresses and bytes at every step as a member's")
    final class SameBytes {
        @ParameterizedTest(name = "{0}, policy {1}")
        @CsvSource({
            "UNKNOWN, password",
            "UNKNOWN, sso-optional",
            "UNKNOWN, sso-preferred",
            "UNKNOWN, sso-required",
            "UNKNOWN, misspelt",
            "MEMBER_SWITCHED_OFF, sso-optional",
            "MEMBER_SWITCHED_OFF, sso-required",
            "MEMBER_LOCKED, sso-optional",
            "MEMBER_WITHOUT_PASSWORD, sso-preferred",
            "MEMBER_WHO_LEFT, sso-optional",
            "MEMBER_WHO_LEFT, sso-required",
        })
        @DisplayName("whatever the policy of the account")
        void policies(Typed typed, String policy) {
            compare(typed, policy, application);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"UNKNOWN", "MEMBER_WHO_LEFT"})
        @DisplayName("when the account is switched off")
        void switchedOff(Typed typed) {
            portal.admin().enable(account, false);
            compare(typed, "sso-required", application);
        }

        @Test
        @DisplayName("in an application that is not enabled for single sign-on")
        void withoutSingleSignOn() {
            var clientId = portal.admin().application(Map.of("micloud.sso", "false"));
            compare(Typed.UNKNOWN, "sso-required", OidcApplication.of(portal, clientId));
        }

        @Test
        @DisplayName("when the application names account and provider")
        void hints() {
            compare(
                    Typed.UNKNOWN,
                    "sso-optional",
                    application.with("account_hint", account.number()).with("kc_idp_hint", provider.alias()));
        }

        private void compare(Typed typed, String policy, OidcApplication from) {
            var stranger = typed.in(RegisteredDomainIT.this);
            var known = Typed.MEMBER.in(RegisteredDomainIT.this);
            var colleague = member();
            portal.admin().link(colleague, provider.alias(), "colleague", colleague.username());
            policy(policy);
            var expected = way(from, known, colleague);
            var seen = way(from, stranger, colleague);
            SoftAssertions.assertSoftly(softly -> expected.forEach(
                    (step, page) -> softly.assertThat(seen.get(step)).as(step).isEqualTo(page)));
        }

        /** Every way out of every page that somebody who knows a username, or works for the same company, can take. */
        private Map<String, String> way(OidcApplication from, String username, User colleague) {
            var tab = PlainTab.fresh();
            var outside = new Outside(tab, username);
            provider.refusing("access_denied");
            outside.step("the username", () -> tab.open(from.begin().url()).username(username));
            if (tab.has("sso")) {
                outside.step("the provider, and back without signing in", () -> tab.press("sso"));
            }
            if (tab.has("enter-password")) {
                outside.step("a password instead", () -> tab.press("enter-password"));
            }
            if (tab.has("password")) {
                outside.step("a wrong password", () -> tab.password(WrongPasswords.ONE));
                outside.step("another one", () -> tab.password(WrongPasswords.ONE));
            }
            outside.step("a reload", tab::reload);
            provider.recovered();
            provider.signsIn("stranger", "somebody@" + domain);
            outside.step("somebody new at the provider", () -> throughProvider(tab, from, username));
            provider.signsIn("colleague", colleague.username());
            outside.step("a colleague at the provider", () -> throughProvider(tab, from, username));
            var silent = from.with("prompt", "none").with("login_hint", username);
            outside.step(
                    "the username as a hint where no page may be shown",
                    () -> tab.open(silent.begin().url()));
            return outside.steps();
        }

        private void throughProvider(PlainTab tab, OidcApplication from, String username) {
            tab.open(from.with("login_hint", username).begin().url());
            if (tab.has("sso")) {
                tab.press("sso");
            }
        }
    }

    @Nested
    @DisplayName("that is unknown")
    final class Unknown {
        private final PlainTab tab = PlainTab.fresh();

        private void arrive(String username) {
            tab.open(application.begin().url()).username(username);
        }

        @Test
        @DisplayName("goes to the provider with the login hint, is refused like any mismatch, and makes no user")
        void refused() {
            policy("sso-required");
            var unknown = name();
            provider.signsIn("new", unknown);
            arrive(unknown);
            assertThat(provider.requests()).hasSize(1);
            assertThat(provider.requests().get(0)).containsEntry("login_hint", unknown);
            assertThat(tab.page().status()).isEqualTo(403);
            assertThat(portal.events().of(application.clientId()))
                    .extracting(event -> event.detail("micloud_refusal"))
                    .containsOnlyOnce("username_mismatch");
            assertThat(portal.admin().get("/users?exact=true&username=" + Parameters.encode(unknown)))
                    .isEmpty();
        }

        @Test
        @DisplayName("goes to a SAML provider in the same way")
        void saml() {
            var unknown = Names.word() + "@saml." + domain;
            try (var saml = new StandInSamlProvider(portal).signsIn(unknown)) {
                Company.of(portal, "sso-required")
                        .with(saml)
                        .registering("saml." + domain)
                        .make();
                arrive(unknown);
                assertThat(saml.requests().get(0).get("xml")).contains(unknown);
                assertThat(tab.page().status()).isEqualTo(403);
                assertThat(portal.admin().get("/users?exact=true&username=" + Parameters.encode(unknown)))
                        .isEmpty();
            }
        }

        @ParameterizedTest(name = "{0} registered, {1} typed: provider {2}")
        @CsvSource({
            "%s, %s, true",
            "%s, sub.%s, false",
            "%s, x%s, false",
            "*.%s, %s, true",
            "*.%s, sub.%s, true",
            "*.%s, deep.sub.%s, true",
            "*.%s, x%s, false",
            "sub.%s, %s, false",
        })
        @DisplayName("counts as in the domain where Keycloak says so: exactly, or below a wildcard")
        void domains(String registered, String typed, boolean routed) {
            policy("sso-required");
            provider.refusing("access_denied");
            portal.admin().registerDomains(account, registered.formatted(domain));
            arrive("somebody@" + typed.formatted(domain));
            assertThat(provider.requests()).hasSize(routed ? 1 : 0);
            assertThat(tab.has("password")).isEqualTo(!routed);
        }

        @Test
        @DisplayName("may write the domain in another case")
        void letterCase() {
            policy("sso-required");
            provider.refusing("access_denied");
            arrive(name().toUpperCase(Locale.ROOT));
            assertThat(provider.requests()).hasSize(1);
        }

        @Test
        @DisplayName("belongs to the account with the closest domain")
        void closest() {
            policy("sso-required");
            portal.admin().registerDomains(account, "*." + domain);
            Company.of(portal, "password").registering("sales." + domain).make();
            arrive("somebody@sales." + domain);
            assertThat(tab.has("password")).isTrue();
            assertThat(provider.requests()).isEmpty();
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"a@b@%s", "'\"a b\"@%s'", "%s@%s"})
        @DisplayName("is taken by what follows its last @")
        void oddNames(String pattern) {
            policy("sso-required");
            provider.refusing("access_denied");
            arrive(pattern.replace("%s", domain));
            assertThat(provider.requests()).hasSize(1);
        }

        @ParameterizedTest(name = "{0}")
        @CsvSource({"a@", "@", "@%s", "a@*.%s", "a@.%s", "a@%s.", "a@-%s", "a@[127.0.0.1]", "a@%%", "a@xn--%s"})
        @DisplayName("sees the password page when what follows is no domain")
        void noDomain(String pattern) {
            policy("sso-required");
            arrive(pattern.replace("%s", domain));
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
            assertThat(tab.has("password")).as("%s", tab).isTrue();
        }
    }

    @Nested
    @DisplayName("of somebody who does not belong to that account")
    final class Others {
        private final PlainTab tab = PlainTab.fresh();

        @Test
        @DisplayName("signs in to the account they belong to")
        void otherAccount() {
            policy("sso-required");
            var user = Member.of(portal).named(name()).in("password").make();
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(user.account().number());
            assertThat(provider.requests()).isEmpty();
        }

        @Test
        @DisplayName("is told so after the right password when they belong to none")
        void noAccount() {
            var user = portal.admin().user(name(), Names.password());
            tab.open(application.begin().url()).username(user.username()).password(user.password());
            assertThat(tab.page().status()).isEqualTo(403);
            assertThat(refusals(user)).contains("no_account");
        }

        @Test
        @DisplayName("is told so after the provider vouched for them when they belong to none")
        void noAccountAtProvider() {
            policy("sso-required");
            var user = portal.admin().user(name(), Names.password());
            provider.signsIn("new", user.username());
            tab.open(application.begin().url()).username(user.username());
            assertThat(tab.page().status()).isEqualTo(403);
            assertThat(refusals(user)).contains("not_a_member");
            assertThat(portal.admin().links(user)).isEmpty();
        }

        private List<String> refusals(User user) {
            return portal.events().of(user).stream()
                    .map(event -> event.detail("micloud_refusal"))
                    .toList();
        }

        @Test
        @DisplayName("gets into Keycloak's own console with a password when they belong to none")
        void console() {
            policy("sso-required");
            var user = portal.admin().user(name(), Names.password());
            var request = Map.of(
                    "client_id", "account-console",
                    "response_type", "code",
                    "scope", "openid",
                    "redirect_uri", portal.realm("account/").toString(),
                    "code_challenge_method", "S256",
                    "code_challenge", "x".repeat(43),
                    "login_hint", user.username());
            tab.open(URI.create(portal.oidc("auth") + "?" + Parameters.encode(request)));
            assertThat(provider.requests()).isEmpty();
            tab.password(user.password());
            assertThat(tab.address().toString())
                    .contains("/realms/micloud/account/")
                    .contains("code=");
        }
    }
}
