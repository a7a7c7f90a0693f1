package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who are new here: invited to an account, or registering by themselves where the realm allows it. */
@AcceptanceTest
@DisplayName("A new person")
final class InvitationIT {
    private Portal portal;
    private Account account;
    private OidcApplication application;
    private PlainTab tab;
    private final Map<String, JsonNode> before = new LinkedHashMap<>();

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        account = portal.admin().account("password");
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    @AfterEach
    void restore() {
        portal.admin().changeRealm(before);
    }

    private void realmWith(Map<String, ?> settings) {
        portal.admin().changeRealm(settings).forEach(before::putIfAbsent);
    }

    private boolean isSignedIn(PlainTab tab) {
        return tab.browser()
                .cookie("KEYCLOAK_IDENTITY")
                .filter(cookie -> !cookie.isEmpty())
                .isPresent();
    }

    private boolean isAtConsole(PlainTab tab) {
        return tab.address().toString().startsWith(portal.realm("account/").toString());
    }

    private User newUser(String address) {
        return new User(portal.admin().findUser(address).id(), address, Invitation.PASSWORD);
    }

    private boolean isMember(User user, Account account) {
        return portal.admin()
                        .send("GET", "/organizations/" + account.id() + "/members/" + user.id(), "")
                        .statusCode()
                == 200;
    }

    private String accountOfNextSignIn(User user) {
        var attempt = application.begin();
        tab.open(attempt.url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        return AccountClaim.numberIn(application.redeem(attempt, tab).idClaims());
    }

    @Nested
    @DisplayName("who was invited to an account")
    final class Invited {

        @Test
        @DisplayName("registers, is a member and signed in, and goes on into an application of the account")
        void isIn() {
            var invitation = Invitation.to(portal, account);
            invitation.accept(tab);
            assertThat(isAtConsole(tab)).as("%s", tab).isTrue();
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
            assertThat(isSignedIn(tab)).isTrue();
            var user = newUser(invitation.address());
            assertThat(isMember(user, account)).isTrue();
            assertThat(accountOfNextSignIn(user)).isEqualTo(account.number());
            assertThat(portal.admin()
                            .get("/users/" + user.id())
                            .path("attributes")
                            .has("micloud.renamed"))
                    .isFalse();
        }

        @Test
        @DisplayName("is led to the application that the account names")
        void redirect() {
            portal.admin()
                    .change(
                            "/organizations/" + account.id(),
                            node -> node.put("redirectUrl", OidcApplication.CALLBACK.toString()));
            Invitation.to(portal, account).accept(tab);
            assertThat(tab.arrival().toString()).startsWith(OidcApplication.CALLBACK.toString());
        }

        @Test
        @DisplayName("sets a password that obeys the rules")
        void rules() {
            var invitation = Invitation.to(portal, account);
            tab.open(invitation.link());
            Invitation.register(tab, invitation.address(), "short");
            assertThat(tab.has("kc-register-form")).as("%s", tab).isTrue();
            assertThat(tab.page().document().select(".err").text()).contains("8 to 16 characters");
            Invitation.register(tab, invitation.address(), Invitation.PASSWORD);
            assertThat(isSignedIn(tab)).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("gets into an account that requires single sign-on by its provider only")
        void singleSignOn() {
            try (var provider = new StandInOidcProvider()) {
                var required = Company.of(portal, "sso-required").with(provider).make();
                var invitation = Invitation.to(portal, required);
                provider.signsIn("subject", invitation.address());
                invitation.accept(tab);
                assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
                assertThat(provider.requests()).isEmpty();
                var user = newUser(invitation.address());
                assertThat(accountOfNextSignIn(user)).isEqualTo(required.number());
                assertThat(provider.requests()).hasSize(1);
            }
        }

        @Test
        @DisplayName("finds a way on where the link was used already, in this browser and in another")
        void used() {
            var invitation = Invitation.to(portal, account);
            invitation.accept(tab);
            for (var again : List.of(tab, PlainTab.wantingPages())) {
                again.open(invitation.link());
                assertThat(again.has("kc-register-form")).as("%s", again).isFalse();
                var onward = again.page().document().selectFirst("main a");
                assertThat(onward).as("%s", again).isNotNull();
                assertThat(again.open(URI.create(onward.absUrl("href"))).has("error"))
                        .as("%s", again)
                        .isFalse();
            }
        }

        @Test
        @DisplayName("registers once, though the form is sent again after Back")
        void back() {
            var invitation = Invitation.to(portal, account);
            tab.open(invitation.link());
            var form = tab.page();
            Invitation.register(tab, invitation.address(), Invitation.PASSWORD);
            tab.show(form.fill("username", invitation.address()).submit("kc-register-form"));
            assertThat(tab.page().status()).as("%s", tab).isLessThan(500).isNotEqualTo(403);
            assertThat(tab.page().document().select("main a, main form"))
                    .as("%s", tab)
                    .isNotEmpty();
            assertThat(isMember(newUser(invitation.address()), account)).isTrue();
        }

        @Test
        @DisplayName("is led to the sign-in where the tab is started again")
        void startedAgain() {
            tab.open(Invitation.to(portal, account).link());
            var parameters = Parameters.of(tab.page().actionOf("kc-login"));
            parameters.keySet().retainAll(List.of("client_id", "tab_id", "client_data"));
            tab.open(URI.create(portal.realm("login-actions/restart") + "?" + Parameters.encode(parameters)));
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
            assertThat(tab.has("username")).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("sets the password by a mail where addresses are verified first")
        void verified() {
            realmWith(Map.of("verifyEmail", true));
            var invitation = Invitation.to(portal, account);
            invitation.accept(tab);
            assertThat(tab.has("code")).as("%s", tab).isTrue();
            var mail = portal.mailboxOf(new User("", invitation.address(), "")).await(2);
            tab.fill("code", mail.code()).press("kc-login").newPassword(Invitation.PASSWORD);
            assertThat(isAtConsole(tab)).as("%s", tab).isTrue();
            assertThat(isSignedIn(tab)).isTrue();
            assertThat(accountOfNextSignIn(newUser(invitation.address()))).isEqualTo(account.number());
        }

        @Test
        @DisplayName("who is known here already joins by the link, and signs in")
        void known() {
            var user = portal.admin().user();
            var invitation = Invitation.to(portal, account, user.username());
            tab.open(invitation.link());
            tab.open(URI.create(tab.page().element("proceed").absUrl("href")));
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
            assertThat(tab.has("error")).as("%s", tab).isFalse();
            assertThat(isSignedIn(tab)).isFalse();
            assertThat(isMember(user, account)).isTrue();
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(account.number());
        }
    }

    @Nested
    @DisplayName("who registers by themselves, where the realm allows it,")
    final class Registering {
        private final String address = Names.username();

        @BeforeEach
        void allow() {
            realmWith(Map.of("registrationAllowed", true));
        }

        private void register(URI begin) {
            tab.open(begin);
            tab.open(URI.create(
                    tab.page().document().selectFirst("#kc-registration a").absUrl("href")));
            Invitation.register(tab, address, Invitation.PASSWORD);
        }

        @Test
        @DisplayName("gets into what belongs to the person")
        void console() {
            register(new AccountConsole(portal).client().begin().url());
            assertThat(isAtConsole(tab)).as("%s", tab).isTrue();
            assertThat(isSignedIn(tab)).isTrue();
        }

        @Test
        @DisplayName("belongs to no account yet: a page says so, and starts again with the username")
        void noAccount() {
            register(application.begin().url());
            assertThat(tab.page().element("error").attr("data-refusal"))
                    .as("%s", tab)
                    .isEqualTo("no_account");
            tab.press("try-again");
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
            assertThat(tab.text("kc-attempted-username")).isEqualTo(address);
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            assertThat(isSignedIn(tab)).isFalse();
        }

        @Test
        @DisplayName("is told so too where the address would be verified first")
        void noAccountToVerify() {
            realmWith(Map.of("verifyEmail", true));
            register(application.begin().url());
            assertThat(tab.page().element("error").attr("data-refusal"))
                    .as("%s", tab)
                    .isEqualTo("no_account");
            assertThat(tab.press("try-again").has("kc-login")).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("is signed in as nobody else, whoever was typed before")
        void typedBefore() {
            var victim = Member.of(portal).in(account).make();
            tab.open(application.begin().url());
            var registration = URI.create(
                    tab.page().document().selectFirst("#kc-registration a").absUrl("href"));
            tab.username(victim.username());
            tab.open(registration);
            Invitation.register(tab, address, Invitation.PASSWORD);
            assertThat(tab.page().element("error").attr("data-refusal"))
                    .as("%s", tab)
                    .isEqualTo("no_account");
            assertThat(portal.admin().sessions(victim)).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"forgotpassword", "changepassword"})
        @DisplayName("is not signed in by a tab that is there for a password")
        void passwordTab(String page) {
            tab.open(portal.realm(page));
            var parameters = new LinkedHashMap<>(Parameters.of(tab.page().actionOf("kc-login")));
            parameters.keySet().retainAll(List.of("client_id", "tab_id", "client_data"));
            tab.open(URI.create(portal.realm("login-actions/registration") + "?" + Parameters.encode(parameters)));
            if (tab.has("kc-register-form")) {
                Invitation.register(tab, address, Invitation.PASSWORD);
            }
            assertThat(isSignedIn(tab)).as("%s", tab).isFalse();
            assertThat(tab.page().status()).as("%s", tab).isLessThan(500);
        }

        @Test
        @DisplayName("is signed in though somebody else was in this browser, whose session ends")
        void insteadOfSomebodyElse() {
            var other = portal.admin().user();
            var console = new AccountConsole(portal);
            console.signIn(tab, other);
            tab.open(application.begin().url());
            tab.open(URI.create(
                    tab.page().document().selectFirst("#kc-registration a").absUrl("href")));
            Invitation.register(tab, address, Invitation.PASSWORD);
            assertThat(tab.page().status()).as("%s", tab).isIn(200, 403);
            console.open(tab);
            if (tab.has("username")) {
                tab.username(address);
            }
            if (tab.has("password")) {
                tab.password(Invitation.PASSWORD);
            }
            assertThat(isAtConsole(tab)).as("%s", tab).isTrue();
            assertThat(portal.admin().sessions(newUser(address))).isEqualTo(1);
        }
    }
}
