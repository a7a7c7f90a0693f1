package com.micloud.signin.acceptance.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.ProviderServer;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.nimbusds.oauth2.sdk.id.Subject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("Logging out")
final class LogOutIT {
    private static final String RETURN = OidcApplication.CALLBACK.toString();

    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = application(Map.of());
        tab = PlainTab.wantingPages();
    }

    private OidcApplication application(Map<String, String> attributes) {
        var all = new HashMap<>(attributes);
        all.put("post.logout.redirect.uris", "+");
        return OidcApplication.made(portal, all);
    }

    private OidcApplication longLived() {
        return application(Map.of()).with("scope", "openid offline_access");
    }

    @Nested
    @DisplayName("as an application asks for it")
    final class Asked {
        @ParameterizedTest(name = "{0} by {1} -> {2}")
        @CsvSource({
            "hint, GET, done",
            "hint, POST, done",
            "hint return, GET, arrived",
            "hint return, POST, arrived",
            "hint client return, GET, arrived",
            "client return, GET, asked-arrived",
            "client return, POST, asked-arrived",
            "client, GET, asked-done",
            "'', GET, asked-done",
            "'', POST, asked-done",
        })
        @DisplayName("ends the session, asks first where nobody vouches for the wish, and leads back with the state")
        void accepted(String what, String method, String outcome) {
            var tokens = application.signIn(tab, user);
            send(method, parameters(what, tokens));
            if (outcome.startsWith("asked")) {
                assertThat(portal.admin().sessions(user)).isEqualTo(1);
                tab.press("kc-logout");
            }
            assertThat(portal.admin().sessions(user)).isZero();
            if (outcome.endsWith("arrived")) {
                assertThat(tab.arrival()).hasToString(RETURN + "?state=s+1");
            } else {
                assertThat(tab.page().status()).isEqualTo(200);
                assertThat(tab.page().element("done").attr("role")).isEqualTo("status");
            }
            assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(
                strings = {
                    "return",
                    "hint elsewhere",
                    "client elsewhere",
                    "hint other",
                    "forged return",
                    "hint script",
                    "hint prefix",
                })
        @DisplayName("is refused with a page where an address or a hint is not right, and ends nothing")
        void refused(String what) {
            var tokens = application.signIn(tab, user);
            send("GET", parameters(what, tokens));
            assertThat(tab.page().status()).isEqualTo(400);
            assertThat(tab.page().error()).isNotBlank();
            assertThat(portal.admin().sessions(user)).isEqualTo(1);
        }

        private Map<String, String> parameters(String what, Tokens tokens) {
            var parameters = new HashMap<String, String>();
            for (var word : what.split(" ", -1)) {
                switch (word) {
                    case "hint" -> parameters.put("id_token_hint", tokens.idToken());
                    case "forged" -> parameters.put("id_token_hint", tokens.idToken() + "x");
                    case "client" -> parameters.put("client_id", application.clientId());
                    case "other" -> parameters.put("client_id", "account-portal");
                    case "return" -> parameters.putAll(Map.of("post_logout_redirect_uri", RETURN, "state", "s 1"));
                    case "elsewhere" -> parameters.put("post_logout_redirect_uri", "https://evil.example/");
                    case "script" -> parameters.put("post_logout_redirect_uri", "javascript:alert(1)");
                    case "prefix" -> parameters.put("post_logout_redirect_uri", RETURN + ".evil.example/");
                    default -> assertThat(word).isEmpty();
                }
            }
            return parameters;
        }

        private void send(String method, Map<String, String> parameters) {
            if (method.equals("POST")) {
                tab.post(portal.oidc("logout"), parameters);
            } else {
                tab.open(URI.create(portal.oidc("logout") + "?" + Parameters.encode(parameters)));
            }
        }
    }

    @Nested
    @DisplayName("of an application that holds a long session")
    final class LongSession {
        private OidcApplication mobile;
        private OidcApplication other;
        private Tokens tokens;
        private Tokens others;

        @BeforeEach
        void signIn() {
            mobile = longLived();
            other = longLived();
            tokens = mobile.signIn(tab, user);
            others = other.signIn(tab, user);
        }

        private void assertOnlyThisOneEnded() {
            assertThat(mobile.refresh(tokens).error()).isEqualTo("invalid_grant");
            assertThat(other.refresh(others).tokens().accessToken()).isNotEmpty();
        }

        @Test
        @DisplayName("ends that long session and no other")
        void ends() {
            tab.open(mobile.logoutUrl(tokens, "s"));
            assertThat(tab.arrival().toString()).startsWith(RETURN);
            assertOnlyThisOneEnded();
        }

        @Test
        @DisplayName("ends it also when the browser's session is over")
        void browserSessionOver() {
            portal.admin().endBrowserSessions(user);
            tab.open(mobile.logoutUrl(tokens, "s"));
            assertThat(tab.arrival().toString()).startsWith(RETURN);
            assertOnlyThisOneEnded();
        }

        @Test
        @DisplayName("ends it also from a browser that knows nobody")
        void anotherBrowser() {
            var elsewhere = PlainTab.wantingPages();
            elsewhere.open(mobile.logoutUrl(tokens, "s"));
            assertThat(elsewhere.arrival().toString()).startsWith(RETURN);
            assertOnlyThisOneEnded();
        }

        @ParameterizedTest(name = "the browser session of the hint is over: {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("asks first in the browser of somebody else, and ends both then")
        void browserOfAnother(boolean over) {
            var stranger = Member.of(portal).in(user.account()).make();
            var elsewhere = PlainTab.wantingPages();
            application.signIn(elsewhere, stranger, user.account());
            if (over) {
                portal.admin().endBrowserSessions(user);
            }
            elsewhere.open(mobile.logoutUrl(tokens, "s"));
            assertThat(mobile.refresh(tokens).tokens().accessToken()).isNotEmpty();
            elsewhere.press("kc-logout");
            assertThat(elsewhere.arrival().toString()).startsWith(RETURN);
            assertThat(portal.admin().sessions(stranger)).isZero();
            assertOnlyThisOneEnded();
        }

        @Test
        @DisplayName("leaves long sessions alone without an ID token")
        void withoutHint() {
            tab.open(URI.create(portal.oidc("logout") + "?client_id=" + mobile.clientId()))
                    .press("kc-logout");
            assertThat(tab.has("done")).isTrue();
            assertThat(mobile.refresh(tokens).tokens().accessToken()).isNotEmpty();
        }
    }

    @Nested
    @DisplayName("tells the other applications of the browser session")
    final class Others {
        private final List<Map<String, String>> told = Collections.synchronizedList(new ArrayList<>());

        private ProviderServer listening(String path) {
            var server = ProviderServer.start();
            server.at(path, question -> {
                told.add(question.parameters());
                return ProviderServer.Answer.page(200, "<h1>Signed out</h1>");
            });
            return server;
        }

        @Test
        @DisplayName("behind the browser's back, with a token that an application can verify")
        void backChannel() {
            try (var server = listening("/backchannel")) {
                var other = application(Map.of(
                        "backchannel.logout.url",
                        server.address() + "/backchannel",
                        "backchannel.logout.session.required",
                        "true"));
                var others = other.signIn(tab, user);
                tab.open(application.logoutUrl(application.signIn(tab, user), "s"));
                tab.arrival();
                assertThat(told).hasSize(1);
                var claims = other.logoutClaims(told.get(0).get("logout_token"));
                assertThat(claims.getSessionID().getValue())
                        .isEqualTo(others.idClaims().get("sid"));
                assertThat(claims.getSubject())
                        .isEqualTo(new Subject(others.idClaims().get("sub").toString()));
                assertThat(other.refresh(others).error()).isEqualTo("invalid_grant");
            }
        }

        @ParameterizedTest(name = "that is {0}")
        @ValueSource(strings = {"down", "slow", "failing"})
        @DisplayName("and goes on past one")
        void trouble(String kind) {
            try (var server = ProviderServer.start()) {
                server.at(
                        "/backchannel",
                        question -> new ProviderServer.Answer(
                                kind.equals("slow") ? ProviderServer.Answer.NEVER : 500, "text/plain", "", Map.of()));
                var address = kind.equals("down") ? "http://localhost:1" : server.address();
                var other = application(Map.of("backchannel.logout.url", address + "/backchannel"));
                var others = other.signIn(tab, user);
                tab.open(application.logoutUrl(application.signIn(tab, user), "s"));
                assertThat(tab.arrival()).hasToString(RETURN + "?state=s");
                assertThat(portal.admin().sessions(user)).isZero();
                assertThat(other.refresh(others).error()).isEqualTo("invalid_grant");
            }
        }

        @ParameterizedTest(name = "script: {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("in frames of a page that goes on, with and without script")
        void frontChannel(boolean script, RealBrowser browser) {
            try (var server = listening("/frontchannel")) {
                var other = application(Map.of());
                portal.admin().changeClient(other.clientId(), client -> {
                    client.put("frontchannelLogout", true);
                    client.withObject("/attributes")
                            .put("frontchannel.logout.url", server.address() + "/frontchannel")
                            .put("frontchannel.logout.session.required", "true");
                });
                var real = script ? browser.tab() : browser.tabWithoutScript();
                var others = other.signIn(real, user);
                real.open(application.logoutUrl(application.signIn(real, user), "s"));
                if (!script) {
                    assertThat(real.page().frames()).hasSize(2);
                    real.press("continue");
                }
                assertThat(real.arrival()).hasToString(RETURN + "?state=s");
                assertThat(told).hasSize(1);
                assertThat(told.get(0))
                        .containsEntry("iss", portal.issuer().toString())
                        .containsEntry("sid", others.idClaims().get("sid").toString());
            }
        }
    }

    @Nested
    @DisplayName("leaves nothing")
    final class Afterwards {
        @ParameterizedTest(name = "Back from the page: {0}")
        @ValueSource(booleans = {true, false})
        @DisplayName("that Back, a reload or an old tab shows")
        void nothingPrivate(boolean page, RealBrowser browser) {
            portal.admin().join(user, portal.admin().account("password"));
            var old = browser.tab();
            old.open(application.begin().url()).username(user.username());
            var real = browser.tab();
            var tokens = application.signIn(real, user);
            real.open(page ? application.logoutUrl(tokens) : application.logoutUrl(tokens, "s"));
            real.back();
            assertThat(real.page().content())
                    .doesNotContain(user.username(), user.account().number());
            old.reload();
            old.open(application.begin().url());
            assertThat(old.has("username")).isTrue();
            old.username(user.username());
            assertThat(old.has("account")).as("asked for the account again").isTrue();
            old.pickAccount(user.account().number());
            assertThat(old.has("password")).isTrue();
        }
    }

    @Nested
    @DisplayName("in the middle of something")
    final class InTheMiddle {
        @Test
        @DisplayName("says that nobody is signed in any more when the question is answered late")
        void sessionOver() {
            application.signIn(tab, user);
            tab.open(portal.oidc("logout"));
            portal.admin().endBrowserSessions(user);
            tab.press("kc-logout");
            assertThat(tab.page().status()).isEqualTo(200);
            assertThat(tab.has("done")).isTrue();
        }

        @Test
        @DisplayName("ends once when the button is pressed twice")
        void twice() {
            application.signIn(tab, user);
            tab.open(portal.oidc("logout"));
            var question = tab.page();
            question.press("kc-logout");
            tab.show(question.press("kc-logout"));
            assertThat(tab.page().status()).isEqualTo(200);
            assertThat(tab.has("done")).isTrue();
            assertThat(portal.admin().sessions(user)).isZero();
        }

        @Test
        @DisplayName("in two tabs, ends in whichever comes first and says so in the other")
        void twoTabs() {
            application.signIn(tab, user);
            tab.open(portal.oidc("logout"));
            var other = tab.another();
            other.open(portal.oidc("logout"));
            tab.press("kc-logout");
            assertThat(tab.has("done")).isTrue();
            other.press("kc-logout");
            assertThat(other.page().status()).isEqualTo(200);
            assertThat(other.has("done")).isTrue();
        }

        @Test
        @DisplayName("the question can be reloaded and read in another language")
        void reloadedAndTranslated(RealBrowser browser) {
            var real = browser.tab();
            application.signIn(real, user);
            real.open(URI.create(portal.oidc("logout") + "?"
                    + Parameters.encode(Map.of(
                            "client_id", application.clientId(), "post_logout_redirect_uri", RETURN, "state", "s"))));
            real.reload();
            real.page().locator("#kc-locale summary").click();
            real.page().locator("#kc-locale [lang=de]").click();
            real.page().waitForURL("**kc_locale=de**");
            assertThat(real.heading()).isEqualTo("Abmelden?");
            real.reload();
            real.press("kc-logout");
            assertThat(real.arrival()).hasToString(RETURN + "?state=s");
            assertThat(portal.admin().sessions(user)).isZero();
        }

        @Test
        @DisplayName("a question that is answered without its code is asked again")
        void withoutCode() {
            application.signIn(tab, user);
            tab.post(portal.oidc("logout/logout-confirm"), Map.of("confirmLogout", "yes"));
            assertThat(tab.has("kc-logout")).isTrue();
            assertThat(portal.admin().sessions(user)).isEqualTo(1);
        }
    }
}
