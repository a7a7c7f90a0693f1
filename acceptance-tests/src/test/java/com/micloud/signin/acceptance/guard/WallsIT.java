package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.HttpCookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was proved for one account opens no other, whichever way around somebody tries. */
@AcceptanceTest
@DisplayName("The wall between accounts")
final class WallsIT {
    private static final String COOKIES_OF_REALM = "/realms/micloud/";

    private Portal portal;
    private Admin admin;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        admin = portal.admin();
        tab = PlainTab.fresh();
    }

    private OidcApplication application(Map<String, String> attributes) {
        return OidcApplication.made(portal, attributes);
    }

    /** An application that asks returning browsers for nothing it need not ask. */
    private OidcApplication silent() {
        return application(Map.of("micloud.reentry", "session"));
    }

    @Nested
    @DisplayName("for somebody who has proved something for another account")
    final class Matrix {
        @ParameterizedTest(name = "by {0}: an account under {1}, single sign-on of the application {2}: {3}")
        @CsvSource({
            "password, password, true, in",
            "password, sso-optional, true, in",
            "password, sso-preferred, true, in",
            "password, sso-required, true, provider",
            "password, sso-preferred, false, in",
            "password, sso-required, false, refused",
            "provider, password, true, password",
            "provider, sso-optional, true, password",
            "provider, sso-preferred, true, page",
            "provider, sso-required, true, provider",
            "provider, sso-optional, false, password",
            "provider, sso-required, false, refused",
        })
        @DisplayName("opens only what that proof counts for")
        void matrix(String proof, String policy, String singleSignOn, String outcome) {
            try (var homeProvider = new StandInOidcProvider();
                    var targetProvider = new StandInOidcProvider()) {
                var user = Member.of(portal)
                        .in(proof.equals("password") ? "password" : "sso-required", homeProvider)
                        .in(policy, targetProvider)
                        .make();
                var target = user.accounts().get(1);
                application(Map.of()).signIn(tab, user);

                var asking = application(Map.of("micloud.sso", singleSignOn));
                var attempt = asking.begin();
                tab.open(attempt.url()).username(user.username()).pickAccount(target.number());

                assertThat(met(targetProvider)).as("%s", tab).isEqualTo(outcome);
                if (tab.page().hasArrived()) {
                    assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                            .isEqualTo(target.number());
                }
            }
        }

        private String met(StandInOidcProvider targetProvider) {
            if (tab.page().hasArrived()) {
                return targetProvider.requests().isEmpty() ? "in" : "provider";
            }
            if (tab.page().status() == 403) {
                return "refused";
            }
            return tab.has("password") ? "password" : "page";
        }

        @Test
        @DisplayName("asks for nothing more back at an account that was proved in this browser")
        void back() {
            try (var provider = new StandInOidcProvider()) {
                var user = Member.of(portal)
                        .in("password")
                        .in("sso-required", provider)
                        .make();
                var asking = application(Map.of());
                user.accounts().forEach(account -> asking.signIn(tab, user, account));
                for (var account : user.accounts()) {
                    var attempt = asking.begin();
                    tab.open(attempt.url()).username(user.username()).pickAccount(account.number());
                    assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                            .isEqualTo(account.number());
                }
                assertThat(provider.requests()).hasSize(1);
            }
        }

        @Test
        @DisplayName("asks a provider again that was taken from the account and given back")
        void linkedAnew() {
            var user = admin.user();
            var account = admin.account("sso-required");
            admin.join(user, account);
            try (var provider = new StandInOidcProvider().signsIn("subject", user.username())) {
                admin.provider(account, provider.representation());
                var asking = application(Map.of());
                asking.signIn(tab, user, account);
                asking.signIn(tab, user, account);
                assertThat(provider.requests()).hasSize(1);

                var alias = (String) provider.representation().get("alias");
                admin.takeProvider(account, alias);
                admin.giveProvider(account, alias);
                asking.signIn(tab, user, account);
                assertThat(provider.requests()).hasSize(2);
                asking.signIn(tab, user, account);
                assertThat(provider.requests()).hasSize(2);
            }
        }

        @Test
        @DisplayName("counts a proof no longer once the account does not take it")
        void policyChanged() {
            try (var provider = new StandInOidcProvider()) {
                var user = Member.of(portal).in("sso-optional", provider).make();
                var asking = application(Map.of());
                asking.signIn(tab, user);
                admin.setAttribute(user.account(), "micloud.signInPolicy", "sso-required");
                tab.open(asking.begin().url()).username(user.username()).arrival();
                assertThat(provider.requests()).hasSize(1);
                admin.setAttribute(user.account(), "micloud.signInPolicy", "sso-optional");
                admin.enableProvider(provider.alias(), false);
                tab.open(asking.begin().url()).username(user.username()).arrival();
                assertThat(provider.requests()).hasSize(1);
            }
        }

        @ParameterizedTest(name = "account_hint {0}")
        @CsvSource({"proved, ''", "required, login_required", "foreign, ''", "none, ''"})
        @DisplayName("is never crossed without a page")
        void silently(String hint, String error) {
            try (var provider = new StandInOidcProvider()) {
                var proved = admin.account("password");
                var required = Company.of(portal, "sso-required").with(provider).make();
                var foreign = admin.account("password");
                var user = Member.of(portal).in(proved, required).make();
                provider.signsIn(user.username());
                var asking = application(Map.of());
                asking.signIn(tab, user, proved);
                var none = asking.with("prompt", "none")
                        .with(
                                "account_hint",
                                switch (hint) {
                                    case "proved" -> proved.number();
                                    case "required" -> required.number();
                                    case "foreign" -> foreign.number();
                                    default -> "";
                                });
                var attempt = none.begin();
                tab.open(attempt.url());
                assertThat(Parameters.of(tab.arrival()).getOrDefault("error", ""))
                        .isEqualTo(error);
                if (error.isEmpty()) {
                    assertThat(AccountClaim.numberIn(none.redeem(attempt, tab).idClaims()))
                            .isEqualTo(proved.number());
                }
                assertThat(provider.requests()).isEmpty();
            }
        }
    }

    @Nested
    @DisplayName("for somebody who skips a step")
    final class Steps {
        private User user;
        private Account account;
        private Account required;
        private OidcApplication asking;

        @BeforeEach
        void meet() {
            account = admin.account("password");
            required = admin.account("sso-required");
            user = Member.of(portal).in(account, required).make();
            asking = application(Map.of());
        }

        private void at(String step) {
            tab.open(asking.begin().url());
            if (!step.equals("username")) {
                tab.username(user.username());
            }
            if (step.equals("password")) {
                tab.pickAccount(account.number());
            }
        }

        private URI actionAt(String step) {
            var own = tab;
            tab = PlainTab.fresh();
            at(step);
            var action = tab.page().actionOf("kc-login");
            tab = own;
            return action;
        }

        private Map<String, String> everything() {
            return Map.of(
                    "username", user.username(),
                    "account", required.number(),
                    "accountIdentifier", required.number(),
                    "password", user.password());
        }

        private void assertNotIn() {
            assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
            assertThat(tab.page().status()).as("%s", tab).isBetween(200, 499);
            assertThat(portal.events().of(asking.clientId()))
                    .noneMatch(event -> event.type().equals("LOGIN"));
        }

        @ParameterizedTest(name = "from {0} to {1}")
        @CsvSource({"username, account", "username, password", "account, password", "password, account"})
        @DisplayName("stays where it is, whichever step the form names")
        void execution(String from, String to) {
            var other = Parameters.of(actionAt(to)).get("execution");
            at(from);
            var action = replaced(tab.page().actionOf("kc-login"), "execution", other);
            tab.open(tab.browser().post(action, everything()).address());
            assertNotIn();
        }

        @ParameterizedTest(name = "{0} is ''{1}''")
        @CsvSource({
            "execution, 00000000-0000-0000-0000-000000000000",
            "execution, micloud-guard",
            "execution, <script>",
            "session_code, made-up",
            "tab_id, made-up",
            "client_id, account-console",
            "client_id, nobody-knows-me",
            "client_data, made-up",
        })
        @DisplayName("is not let in by an address that was changed")
        void changedAddress(String parameter, String value) {
            at("username");
            var action = replaced(tab.page().actionOf("kc-login"), parameter, value);
            var page = tab.browser().post(action, everything());
            assertThat(page.hasArrived()).as("%s", page).isFalse();
            assertThat(page.status()).as("%s", page).isBetween(200, 499);
            assertThat(page.body()).doesNotContain("<script>made").doesNotContain("execution=<script>");
        }

        @ParameterizedTest(name = "at {0}, cookies {1}")
        @CsvSource({"username, true", "username, false", "password, true", "password, false"})
        @DisplayName("is not sent to an address of somebody's own making")
        void redirect(String step, boolean cookies) {
            at(step);
            var own = "{\"ru\":\"https://evil.example/callback\",\"rt\":\"code\",\"rm\":\"query\",\"st\":\"planted\"}";
            var data = Base64.getUrlEncoder().withoutPadding().encodeToString(own.getBytes(StandardCharsets.UTF_8));
            var action = replaced(tab.page().actionOf("kc-login"), "client_data", data);
            if (!cookies) {
                tab.browser().forgetCookies();
            }
            var page = tab.browser().post(replaced(action, "tab_id", "made-up"), everything());
            assertThat(page.address().toString()).doesNotStartWith("https://evil.example");
            assertThat(page.document().select("a[href^=https://evil.example]")).isEmpty();
        }

        @ParameterizedTest(name = "{0} {1}")
        @CsvSource({
            "required-action, micloud-guard",
            "required-action, UPDATE_PASSWORD",
            "first-broker-login, ''",
            "post-broker-login, ''",
            "registration, ''",
            "reset-credentials, ''",
            "action-token, ''",
            "consent, ''",
            "detached-info, ''",
        })
        @DisplayName("finds no other door in the middle of a sign-in")
        void otherDoors(String path, String execution) {
            at("password");
            var action = tab.page().actionOf("kc-login").toString().replace("/authenticate?", "/" + path + "?");
            var address = replaced(URI.create(action), "execution", execution);
            tab.open(tab.browser().open(address).address());
            assertNotIn();
            tab.open(tab.browser().post(address, everything()).address());
            assertNotIn();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "micloud-guard",
                    "UPDATE_PROFILE",
                    "VERIFY_EMAIL",
                    "delete_account",
                    "idp_link:somewhere",
                    "no-such-action"
                })
        @DisplayName("does not pass the guard by naming an action (kc_action)")
        void action(String action) {
            var nobody = admin.user();
            tab.open(asking.with("kc_action", action).begin().url())
                    .username(nobody.username())
                    .password(nobody.password());
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
            assertThat(portal.events().lastOf(nobody).detail("micloud_refusal")).isEqualTo("no_account");
        }

        private URI replaced(URI address, String parameter, String value) {
            var parameters = Parameters.of(address);
            parameters.put(parameter, value);
            parameters.values().removeIf(String::isEmpty);
            var text = address.toString();
            return URI.create(text.substring(0, text.indexOf('?')) + "?" + Parameters.encode(parameters));
        }
    }

    @Nested
    @DisplayName("for somebody who brings cookies of another making")
    final class PlantedCookies {
        private User user;

        @BeforeEach
        void meet() {
            user = Member.of(portal).in("password").make();
        }

        @Test
        @DisplayName("keeps what was proved in another browser there, though both share the cookie of a sign-in")
        void sharedSignIn() {
            try (var provider = new StandInOidcProvider().signsIn(user.username())) {
                var required = Company.of(portal, "sso-required").with(provider).make();
                admin.join(user, required);
                var asking = application(Map.of());
                // Somebody who knows the password begins, and plants the cookie in the browser of its owner.
                var attempt = asking.begin();
                tab.open(attempt.url());
                var owner = PlainTab.fresh();
                owner.browser()
                        .setCookie(
                                COOKIES_OF_REALM,
                                "AUTH_SESSION_ID",
                                tab.browser().cookie("AUTH_SESSION_ID").orElseThrow());
                asking.signIn(owner, user, required);
                assertThat(provider.requests()).hasSize(1);

                tab.username(user.username())
                        .pickAccount(user.account().number())
                        .password(user.password());
                if (tab.has("account")) {
                    tab.pickAccount(user.account().number());
                }
                if (tab.has("password")) {
                    tab.passwordAgain(user.password());
                }
                assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                        .isEqualTo(user.account().number());
                provider.refusing("access_denied");
                tab.open(asking.begin().url()).username(user.username()).pickAccount(required.number());
                assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
                assertThat(provider.requests()).hasSize(2);
            }
        }

        @Test
        @DisplayName("takes the identity of another realm for nobody's")
        void otherRealm() {
            tab.open(URI.create(portal.server()
                    + "/realms/master/protocol/openid-connect/auth?"
                    + Parameters.encode(Map.of(
                            "client_id", "security-admin-console",
                            "redirect_uri", portal.server() + "/admin/master/console/",
                            "response_type", "code",
                            "scope", "openid",
                            "code_challenge", "a".repeat(43),
                            "code_challenge_method", "S256"))));
            tab.fill("username", "admin").fill("password", "admin").press("kc-login");
            var stranger = PlainTab.fresh();
            stranger.browser()
                    .setCookie(
                            COOKIES_OF_REALM,
                            "KEYCLOAK_IDENTITY",
                            tab.browser().cookie("KEYCLOAK_IDENTITY").orElseThrow());
            stranger.open(silent().begin().url());
            assertThat(stranger.has("username")).as("%s", stranger).isTrue();
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"cut", "changed", "empty", "of another application"})
        @DisplayName("does not restart a sign-in from a cookie that was tampered with")
        void restartCookie(String how) {
            var asking = application(Map.of());
            tab.open(asking.begin().url());
            var cookie = tab.browser().cookie("KC_RESTART").orElseThrow();
            var planted =
                    switch (how) {
                        case "cut" -> cookie.substring(0, cookie.length() / 2);
                        case "changed" -> cookie.substring(0, cookie.length() - 8) + "AAAAAAAA";
                        case "empty" -> "x";
                        default -> {
                            var elsewhere = PlainTab.fresh();
                            elsewhere.open(application(Map.of()).begin().url());
                            yield elsewhere.browser().cookie("KC_RESTART").orElseThrow();
                        }
                    };
            var action = tab.page().actionOf("kc-login");
            tab.browser().forgetCookies();
            tab.browser().setCookie(COOKIES_OF_REALM, "KC_RESTART", planted);
            var page = tab.browser().post(action, Map.of("username", user.username()));
            assertThat(page.hasArrived()).isFalse();
            assertThat(page.status()).as("%s", page).isEqualTo(400);
        }
    }

    @Nested
    @DisplayName("for a session that nobody signed in to through the portal")
    final class UnprovedSessions {
        private PlainTab impersonating(User user) {
            var answer = admin.send("POST", "/users/" + user.id() + "/impersonation", "{}");
            assertThat(answer.statusCode()).isEqualTo(200);
            for (var header : answer.headers().allValues("Set-Cookie")) {
                HttpCookie.parse("Set-Cookie: " + header).stream()
                        .filter(cookie -> cookie.getMaxAge() != 0)
                        .forEach(cookie ->
                                tab.browser().setCookie(cookie.getPath(), cookie.getName(), cookie.getValue()));
            }
            assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isPresent();
            return tab;
        }

        @Test
        @DisplayName("asks an administrator who impersonates somebody for the password all the same")
        void impersonation() {
            var user = Member.of(portal).in("password").make();
            impersonating(user).open(silent().begin().url());
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            tab.open(silent().with("prompt", "none").begin().url());
            assertThat(Parameters.of(tab.arrival())).containsEntry("error", "login_required");
        }

        @Test
        @DisplayName("lets an administrator who impersonates nobody's member into no application")
        void impersonationWithoutAccount() {
            var user = admin.user();
            impersonating(user).open(silent().begin().url());
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        }

        @Test
        @DisplayName("takes the account console for no way around the provider of an account")
        void console() {
            try (var provider = new StandInOidcProvider().refusing("access_denied")) {
                var required = Company.of(portal, "sso-required").with(provider).make();
                var user = Member.of(portal).in("password").in(required).make();
                var console = OidcApplication.of(portal, "account-console")
                        .with("redirect_uri", portal.realm("account/").toString());
                OidcApplication.enter(tab, console.begin(), user);
                assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isPresent();

                tab.open(
                        silent().with("account_hint", required.number()).begin().url());
                assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
                assertThat(provider.requests()).hasSize(1);
            }
        }
    }

    @Nested
    @DisplayName("for somebody with a link from a mail")
    final class MailLinks {
        private User user;

        @BeforeEach
        void meet() {
            user = Member.of(portal).in("password").make();
        }

        private void follow(String path, String body) {
            assertThat(admin.send("PUT", "/users/" + user.id() + path, body).statusCode())
                    .isIn(200, 204);
            tab.open(portal.mailboxOf(user).lastLink());
            // Mail scanners open links as well: where something is to be done, a person goes on from a page.
            var onward = tab.page().document().selectFirst("main a[href*=action-token]");
            if (onward != null) {
                tab.open(URI.create(onward.absUrl("href")));
            }
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(200);
        }

        @ParameterizedTest
        @CsvSource({"/execute-actions-email, [\"UPDATE_PROFILE\"]", "/send-verify-email, ''"})
        @DisplayName("opens no application by it")
        void opensNothing(String path, String body) {
            follow(path, body);
            if (tab.has("firstName")) {
                assertThat(tab.page()
                                .fill("firstName", "Changed")
                                .submit("kc-update-profile-form")
                                .status())
                        .isEqualTo(200);
            }
            assertThat(tab.browser().cookie("KEYCLOAK_IDENTITY")).isEmpty();
            tab.open(silent().begin().url());
            assertThat(tab.has("username")).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("still finds the way back into an application that was open before")
        void wayBack() {
            var asking = application(Map.of());
            asking.signIn(tab, user);
            follow("/execute-actions-email", "[\"UPDATE_PROFILE\"]");
            var attempt = asking.begin();
            tab.open(attempt.url()).username(user.username());
            assertThat(AccountClaim.numberIn(asking.redeem(attempt, tab).idClaims()))
                    .isEqualTo(user.account().number());
        }

        @Test
        @DisplayName("leaves the browser to somebody else who signs in next")
        void somebodyElse() {
            var other = Member.of(portal).in(user.account()).make();
            var asking = application(Map.of());
            var tokens = asking.signIn(tab, user);
            follow("/execute-actions-email", "[\"UPDATE_PROFILE\"]");
            var claims = asking.signIn(tab, other, user.account()).idClaims();
            assertThat(claims).containsEntry("preferred_username", other.username());
            assertThat(asking.refresh(tokens).error()).isEqualTo("invalid_grant");
        }
    }

    /** What ends between the first tokens and a refresh, beside what SwitchedOffIT does. */
    enum Narrowing {
        NOTHING,
        SCOPE_DOWN,
        SCOPE_UP;

        Map<String, String> parameters() {
            return switch (this) {
                case NOTHING -> Map.of();
                case SCOPE_DOWN -> Map.of("scope", "openid");
                case SCOPE_UP -> Map.of("scope", "openid organization:* offline_access");
            };
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("stands at refresh, whatever scope is asked for")
    void refresh(Narrowing narrowing) {
        var first = admin.account("password");
        var second = admin.account("password");
        var user = Member.of(portal).in(first, second).make();
        var asking = application(Map.of());
        var tokens = asking.signIn(tab, user, first);
        asking.signIn(tab, user, second);
        var claims = asking.refresh(tokens, narrowing.parameters()).tokens().accessClaims();
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(first.number());
        assertThat(claims).doesNotContainKey("organization");
    }
}
