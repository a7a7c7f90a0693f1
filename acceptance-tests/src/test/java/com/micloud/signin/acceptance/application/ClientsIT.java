package com.micloud.signin.acceptance.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.LoopbackListener;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/applications.md advises, done as it is written there. */
@AcceptanceTest
@DisplayName("A client of each kind")
final class ClientsIT {
    private Portal portal;
    private User user;
    private Account account;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        account = portal.admin().account("password", "Label " + Names.word());
        user = Member.of(portal).in(account).make();
    }

    private void assertSignedIn(Tokens tokens) {
        assertThat(tokens.idClaims()).containsEntry("preferred_username", user.username());
        assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(account.number());
        assertThat(AccountClaim.numberIn(tokens.accessClaims())).isEqualTo(account.number());
    }

    private void enter(Tab tab) {
        tab.username(user.username()).password(user.password());
    }

    @Test
    @DisplayName("Web application with a server: signs in, asks userinfo, refreshes and signs out")
    void web() {
        var application = OidcApplication.of(portal, portal.admin().confidentialApplication(Map.of()));
        var tab = PlainTab.fresh();
        var tokens = application.signIn(tab, user, account);
        assertSignedIn(tokens);
        assertThat(AccountClaim.numberIn(application.userinfo(tokens))).isEqualTo(account.number());
        var refreshed = application.refresh(tokens).tokens();
        assertSignedIn(refreshed);

        tab.open(application.logoutUrl(refreshed));
        assertThat(application.refresh(refreshed).error()).isEqualTo("invalid_grant");
        var silent = application.with("prompt", "none");
        var attempt = silent.begin();
        tab.open(attempt.url());
        assertThat(silent.refusal(attempt, tab.arrival())).isEqualTo("login_required");
    }

    @Test
    @DisplayName("Single-page application: finds out by a redirect where frames of other sites get no cookies")
    void singlePageByRedirect(RealBrowser browser) {
        var application = OidcApplication.made(portal);
        var tab = browser.tab();
        refuseThirdPartyCookies(tab.page());
        assertSignedIn(application.signIn(tab, user, account));

        var silent = application.with("prompt", "none");
        var inFrame = silent.begin();
        assertThat(silent.refusal(inFrame, inHiddenFrame(tab.page(), inFrame.url())))
                .isEqualTo("login_required");
        var attempt = silent.begin();
        tab.open(attempt.url());
        assertSignedIn(silent.redeem(attempt, tab));
    }

    /** The address at which a hidden frame ends that asks the portal. */
    private static URI inHiddenFrame(Page page, URI request) {
        page.evaluate(
                """
                address => {
                  const frame = document.createElement('iframe');
                  frame.hidden = true;
                  frame.src = address;
                  document.body.append(frame);
                }
                """,
                request.toString());
        page.waitForCondition(() -> answers(page).findFirst().isPresent());
        return URI.create(answers(page).findFirst().orElseThrow());
    }

    private static Stream<String> answers(Page page) {
        return page.frames().stream()
                .filter(frame -> frame.parentFrame() != null)
                .map(Frame::url)
                .filter(address -> address.startsWith(OidcApplication.CALLBACK.toString()));
    }

    private static void refuseThirdPartyCookies(Page page) {
        var controls = new JsonObject();
        controls.addProperty("enableThirdPartyCookieRestriction", true);
        controls.addProperty("disableThirdPartyCookieMetadata", true);
        controls.addProperty("disableThirdPartyCookieHeuristics", true);
        page.context().newCDPSession(page).send("Network.setCookieControls", controls);
    }

    @Test
    @DisplayName(
            "Desktop program: takes the answer on a free port of the loopback, and stays signed in without the browser")
    void desktop(RealBrowser browser) {
        try (var listener = new LoopbackListener()) {
            var program = OidcApplication.of(portal, "desktop-client")
                    .answeredAt(listener.address())
                    .with("scope", "openid offline_access");
            var attempt = program.begin();
            enter(browser.tab().open(attempt.url()));
            var tokens = program.redeem(attempt, listener.awaitAnswer()).tokens();
            assertSignedIn(tokens);
            portal.admin().endBrowserSessions(user);
            var refreshed = program.refresh(tokens).tokens();
            assertSignedIn(refreshed);

            program.revoke(refreshed);
            assertThat(program.refresh(refreshed).error()).isEqualTo("invalid_grant");
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"teamwork-mobile com.example.teamwork:/callback", "connect-mobile com.example.connect:/callback"
            })
    @DisplayName("Mobile application: is handed the answer by its own scheme, and stays signed in:")
    void mobile(String clientAndAddress, RealBrowser browser) {
        var words = clientAndAddress.split(" ", -1);
        var mobile = OidcApplication.of(portal, words[0])
                .answeredAt(URI.create(words[1]))
                .with("scope", "openid offline_access");
        var attempt = mobile.begin();
        var tab = browser.tab();
        tab.open(attempt.url()).username(user.username()).fill("password", user.password());
        // Where the application is not installed the browser stays; what it would hand over is in the redirect.
        var handedOver = tab.page()
                .waitForResponse(
                        response ->
                                response.headers().getOrDefault("location", "").startsWith(words[1]),
                        () -> tab.page().locator("#kc-login").click())
                .headers()
                .get("location");
        var tokens = mobile.redeem(attempt, URI.create(handedOver)).tokens();
        assertSignedIn(tokens);
        assertSignedIn(mobile.refresh(tokens).tokens());
    }

    @Test
    @DisplayName("Browser extension: takes the answer at the address that the browser keeps for it")
    void extension(RealBrowser browser) {
        var callback = URI.create("https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/callback");
        var extension = OidcApplication.of(portal, "connect-chrome").answeredAt(callback);
        var attempt = extension.begin();
        var tab = browser.tab();
        // The browser's identity service stops there, as this does: nothing is sent to that address.
        tab.page().route(callback + "?**", route -> route.fulfill(new Route.FulfillOptions().setBody("Signed in")));
        enter(tab.open(attempt.url()));
        tab.page().waitForURL(callback + "?**");
        assertSignedIn(extension.redeem(attempt, tab.address()).tokens());
    }

    @Test
    @DisplayName("SAML application: signs in, and is told when nobody is signed in")
    void saml() {
        var site = SamlApplication.of(portal, "support-site");
        var tab = PlainTab.fresh();
        var passive = site.begin(request -> request.isPassive(true));
        tab.open(passive.url());
        assertThat(site.refusal(passive, tab)).endsWith(":NoPassive");

        var request = site.begin(named -> named.subject(user.username()));
        tab.open(request.url()).password(user.password());
        var assertion = site.accept(request, tab);
        assertThat(assertion.nameId()).isEqualTo(user.username());
        assertThat(assertion.attribute("micloud_account_number")).isEqualTo(account.number());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "desktop-client http://127.0.0.1:53100/elsewhere",
                "desktop-client http://192.0.2.1:53100/callback",
                "teamwork-mobile com.example.other:/callback",
                "connect-chrome https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/other",
                "account-portal http://127.0.0.1:9999/callback/more"
            })
    @DisplayName("An answer goes to registered addresses only:")
    void registeredOnly(String clientAndAddress) {
        var words = clientAndAddress.split(" ", -1);
        var tab = PlainTab.fresh();
        tab.open(OidcApplication.of(portal, words[0])
                .answeredAt(URI.create(words[1]))
                .begin()
                .url());
        assertThat(tab.page().status()).isEqualTo(400);
        assertThat(tab.has("error")).isTrue();
    }

    @Test
    @DisplayName("The claim is as its schema says, with a partner label and without")
    void schema() throws IOException {
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Settings.root().resolve("docs/micloud_account.schema.json")));
        var application = OidcApplication.made(portal);
        var plain = portal.admin().account("password");
        portal.admin().join(user, plain);
        var labelled = application.signIn(PlainTab.fresh(), user, account);
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).pickAccount(plain.number());
        tab.passwordAgain(user.password());
        var unlabelled = application.redeem(attempt, tab);
        for (var tokens : List.of(labelled, unlabelled)) {
            for (var claims : List.of(tokens.idClaims(), tokens.accessClaims(), application.userinfo(tokens))) {
                assertThat(schema.validate(Json.write(AccountClaim.in(claims)), InputFormat.JSON))
                        .isEmpty();
            }
        }
        assertThat(schema.validate("{\"number\": \"100200\", \"name\": \"x\"}", InputFormat.JSON))
                .as("without id")
                .isNotEmpty();
    }

    /** The table of errors in docs/applications.md, as far as other tests do not have it. */
    @Nested
    @DisplayName("that does something wrong gets a standard error:")
    final class Errors {
        private HttpResponse<String> token(Map<String, String> form) {
            return Http.send(HttpRequest.newBuilder(portal.oidc("token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form))));
        }

        @Test
        @DisplayName("invalid_scope for a scope it does not have")
        void scope() {
            var application = OidcApplication.of(portal, "account-portal").with("scope", "openid organization");
            var attempt = application.begin();
            var tab = PlainTab.fresh();
            tab.open(attempt.url());
            assertThat(application.refusal(attempt, tab.arrival())).isEqualTo("invalid_scope");
        }

        @Test
        @DisplayName("invalid_grant for a code that was made up, and 400")
        void code() {
            var answer = token(Map.of(
                    "grant_type", "authorization_code",
                    "client_id", "account-portal",
                    "code", "made-up",
                    "code_verifier", "a".repeat(43),
                    "redirect_uri", OidcApplication.CALLBACK.toString()));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Json.read(answer.body()).path("error").asText()).isEqualTo("invalid_grant");
        }

        @Test
        @DisplayName("unauthorized_client for a grant that is off, and 400")
        void grant() {
            var answer = token(Map.of(
                    "grant_type",
                    "password",
                    "client_id",
                    "account-portal",
                    "username",
                    user.username(),
                    "password",
                    user.password()));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Json.read(answer.body()).path("error").asText()).isEqualTo("unauthorized_client");
        }

        @Test
        @DisplayName("401 for a wrong secret, and for an application that the realm does not know")
        void secret() {
            var clientId = portal.admin().confidentialApplication(Map.of());
            var wrong = token(Map.of(
                    "grant_type", "refresh_token", "client_id", clientId, "client_secret", "x", "refresh_token", "x"));
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(Json.read(wrong.body()).path("error").asText()).isEqualTo("unauthorized_client");
            var unknown = token(Map.of("grant_type", "refresh_token", "client_id", "nobody", "refresh_token", "x"));
            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(Json.read(unknown.body()).path("error").asText()).isEqualTo("invalid_client");
        }

        @Test
        @DisplayName("401 and invalid_token at userinfo for a token that is none")
        void userinfo() {
            var answer = Http.send(
                    HttpRequest.newBuilder(portal.oidc("userinfo")).header("Authorization", "Bearer made-up"));
            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("invalid_token");
        }
    }
}
