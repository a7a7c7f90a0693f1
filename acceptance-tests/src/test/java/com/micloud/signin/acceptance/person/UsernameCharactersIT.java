package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A username with signs, or letters outside ASCII")
final class UsernameCharactersIT {
    /** RFC 5322, section 3.2.3, without letters and digits. */
    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~";

    /** What people type before the {@code @}, whether or not a username can be made of it. */
    static final List<String> TYPED = List.of(
            ATEXT,
            "{x}",
            "${x}",
            "{",
            "a%41b",
            "%7bx%7d",
            "100%",
            "o'hara",
            "ann+portal",
            "ann smith",
            "a&login_hint=b",
            "j\u00F6rg",
            "\u0438\u0432\u0430\u043D");

    /** What usernames have before the {@code @}. */
    static final List<String> NAMES = List.of(ATEXT, "{x}", "a%41b", "o'hara", "j\u00F6rg", "\u0438\u0432\u0430\u043D");

    private final String domain = Names.word() + ".example";
    private Portal portal;
    private Account account;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
    }

    /** A member whose e-mail address is another than the username. */
    private User member(String name) {
        var password = Names.password();
        var id = portal.admin()
                .create(
                        "/users",
                        Map.of(
                                "username",
                                name,
                                "email",
                                Names.username(),
                                "enabled",
                                true,
                                "firstName",
                                "Brian",
                                "lastName",
                                "O'Hara",
                                "credentials",
                                List.of(Map.of("type", "password", "value", password, "temporary", false))));
        var member = new User(id, name, password);
        portal.admin().join(member, account);
        return member;
    }

    private void account(Company company) {
        account = company.registering(domain).make();
    }

    @Nested
    @DisplayName("reaches an OpenID Connect provider")
    final class Oidc {
        @Test
        @DisplayName("as it was typed, known or not")
        void typed() {
            try (var provider = new StandInOidcProvider()) {
                account(Company.of(portal, "sso-required").with(provider));
                provider.pausing();
                for (var name : TYPED) {
                    var tab = PlainTab.fresh();
                    tab.open(application.begin().url()).username("  " + name + "@" + domain + " ");
                    assertThat(tab.page().status()).as("%s: %s", name, tab).isEqualTo(200);
                    assertThat(provider.lastRequest()).as(name).containsEntry("login_hint", name + "@" + domain);
                }
                assertThat(provider.requests()).hasSize(TYPED.size());
            }
        }

        @Test
        @DisplayName("together with whatever else the application and the operator have for it")
        void others() {
            try (var provider = new StandInOidcProvider()) {
                account(Company.of(portal, "sso-required")
                        .with(
                                provider,
                                Map.of(
                                        "defaultScope",
                                        "openid {scope} a%41b",
                                        "forwardParameters",
                                        "acr_values, tenant")));
                provider.pausing();
                var tab = PlainTab.fresh();
                tab.open(application
                                .with("acr_values", "{acr} a%41b")
                                .with("tenant", "{tenant}+%7B")
                                .with("prompt", "{prompt} a%41b")
                                .begin()
                                .url())
                        .username("{x}@" + domain);
                assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
                assertThat(provider.lastRequest())
                        .containsEntry("login_hint", "{x}@" + domain)
                        .containsEntry("scope", "openid {scope} a%41b")
                        .containsEntry("acr_values", "{acr} a%41b")
                        .containsEntry("tenant", "{tenant}+%7B")
                        .containsEntry("prompt", "{prompt} a%41b");
            }
        }

        @Test
        @DisplayName("which signs that member in")
        void signsIn() {
            try (var provider = new StandInOidcProvider()) {
                account(Company.of(portal, "sso-required").with(provider));
                for (var name : NAMES) {
                    var member = member(name + "@" + domain);
                    provider.signsIn(member.username());
                    assertSignedIn(member, "");
                }
            }
        }
    }

    @Nested
    @DisplayName("reaches a SAML provider")
    final class Saml {
        @Test
        @DisplayName("as it was typed, known or not")
        void typed() {
            try (var provider = new StandInSamlProvider(portal)) {
                account(Company.of(portal, "sso-required").with(provider));
                provider.pausing();
                for (var name : TYPED) {
                    var tab = PlainTab.fresh();
                    tab.open(application.begin().url()).username(name + "@" + domain);
                    assertThat(tab.page().status()).as("%s: %s", name, tab).isEqualTo(200);
                    var requests = provider.requests();
                    var request =
                            SamlXml.parse(requests.get(requests.size() - 1).get("xml"));
                    assertThat(SamlXml.only(request, "NameID").getTextContent()).isEqualTo(name + "@" + domain);
                }
                assertThat(provider.requests()).hasSize(TYPED.size());

                var tab = PlainTab.fresh();
                tab.open(application.begin().url()).username("ann\uFFFE@" + domain);
                assertThat(tab.error()).as("%s", tab).contains("characters that a username cannot have");
            }
        }

        @Test
        @DisplayName("which signs that member in")
        void signsIn() {
            try (var provider = new StandInSamlProvider(portal)) {
                account(Company.of(portal, "sso-required").with(provider));
                for (var name : NAMES) {
                    var member = member(name + "@" + domain);
                    provider.signsIn(member.username().replace("&", "&amp;"));
                    assertSignedIn(member, "");
                }
            }
        }
    }

    @Nested
    @DisplayName("with a password")
    final class Password {
        @ParameterizedTest
        @FieldSource("com.micloud.signin.acceptance.person.UsernameCharactersIT#NAMES")
        @DisplayName("signs in, is kept on the page, and is in the token")
        void signsIn(String name) {
            account(Company.of(portal, "password"));
            var member = member(name + "@" + domain);
            var wrong = PlainTab.fresh();
            wrong.open(application.with("login_hint", member.username()).begin().url())
                    .password("Wrong_1234");
            assertThat(wrong.text("kc-attempted-username")).isEqualTo(member.username());
            assertSignedIn(member, member.password());
            assertThat(portal.events().of(member))
                    .anySatisfy(event -> assertThat(event.detail("username")).isEqualTo(member.username()));
        }

        @Test
        @DisplayName("is found with letter and accent typed as one character and as two")
        void composed() {
            account(Company.of(portal, "password"));
            var member = member("j\u00F6rg@" + domain);
            var apart = Normalizer.normalize(member.username(), Normalizer.Form.NFD);
            assertSignedIn(new User(member.id(), apart, ""), member.password());
        }

        @Test
        @DisplayName("may be chosen, confirmed by mail, and used for a forgotten password")
        void chosen() {
            account(Company.of(portal, "password"));
            var member = member(Names.username());
            var console = new AccountConsole(portal);
            var tokens = console.signIn(PlainTab.wantingPages(), member);
            var chosen = "o'hara+{x}" + Names.word() + "@" + domain;
            var saved = console.save(member, Map.of("username", chosen, "email", chosen), tokens);
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(204);
            assertThat(ConfirmMail.to(portal, chosen, 1).confirm().has("done")).isTrue();
            var mailbox = portal.mailboxOf(new User(member.id(), chosen, ""));
            var before = mailbox.mails().size();
            PlainTab.fresh().open(portal.realm("forgotpassword")).username(chosen);
            var fresh = Names.password();
            var tab = PlainTab.fresh();
            tab.open(mailbox.await(before + 1).link()).newPassword(fresh);
            assertSignedIn(new User(member.id(), chosen, ""), fresh);
        }
    }

    private void assertSignedIn(User member, String password) {
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(member.username());
        if (!password.isEmpty()) {
            assertThat(tab.text("kc-attempted-username")).as("%s", tab).isEqualToNormalizingUnicode(member.username());
            tab.passwordAgain(password);
        }
        var claims = application.redeem(attempt, tab).idClaims();
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(account.number());
        assertThat(claims).containsEntry("sub", member.id());
        assertThat((String) claims.get("preferred_username")).isEqualToNormalizingUnicode(member.username());
    }

    @Nested
    @DisplayName("that an administrator gives")
    final class Given {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "ann smith",
                    "<ann>",
                    "\"ann\"",
                    "\u0430nn",
                    "\u0441\u043E\u0441\u043E",
                    "adm\u0131n",
                    "ann\u200B",
                    "jo\u0308rg"
                })
        @DisplayName("is refused where no address has it, or it looks like another name")
        void refused(String name) {
            var answer = portal.admin()
                    .send("POST", "/users", Json.write(Map.of("username", name + "@" + domain, "enabled", true)));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("error-username-invalid-character");
        }

        @Test
        @DisplayName("is judged by the rule that the admin console shows, which may be saved as it is")
        void shown() {
            var profile = portal.admin().get("/users/profile");
            assertThat(profile.at("/attributes/0/name").asText()).isEqualTo("username");
            assertThat(profile.at("/attributes/0/validations").properties())
                    .extracting(Map.Entry::getKey)
                    .contains("micloud-username", "length")
                    .doesNotContain("username-prohibited-characters", "up-username-not-idn-homograph");
        }

        @Test
        @DisplayName("is judged by Keycloak's own rules in a realm without the guard")
        void stock() {
            try (var realm = new StockRealm(portal)) {
                var answer = realm.admin()
                        .send("POST", "/users", Json.write(Map.of("username", "o'hara@" + domain, "enabled", true)));
                assertThat(answer.statusCode()).isEqualTo(400);
            }
        }
    }
}
