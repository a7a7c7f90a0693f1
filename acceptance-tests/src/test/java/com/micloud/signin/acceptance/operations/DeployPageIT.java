package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.DocsCommands;
import com.micloud.signin.acceptance.harness.DocsTable;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.Deployment;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One server for all tests, which is deployed as the page says; each page's commands are typed once, in this order. */
@AcceptanceTest
@InWholeRuns("the commands of the operators' pages")
@DisplayName("Whoever types the commands of the operators' pages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DeployPageIT {
    private static final String CALLBACK = "http://127.0.0.1:9999/callback";
    private static final String VERIFIER = "v".repeat(43);

    private Deployment portal;
    private StandInSamlProvider saml;
    private StandInOidcProvider oidc;

    @BeforeAll
    void deploy() {
        portal = Deployment.byThePage();
        saml = new StandInSamlProvider(portal.at("/realms/micloud"));
        oidc = new StandInOidcProvider();
    }

    @AfterAll
    void close() {
        for (AutoCloseable opened : List.<AutoCloseable>of(saml, oidc, portal)) {
            try {
                opened.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    @Order(1)
    @DisplayName("deploys a portal at which the page's first person signs in, through the pages of the theme")
    void firstSignIn(RealBrowser browser) {
        var tab = atTheAccountConsole(browser, "pat@first.example");
        tab.password("Welcome-100").newPassword("Another-1oo!");
        assertSignedIn(tab, "pat@first.example");
    }

    @Test
    @Order(2)
    @DisplayName("has the realm of the file, with its values, in PostgreSQL")
    void realm() {
        var attributes =
                Json.read(portal.type("bin/kcadm.sh get realms/micloud")).get("attributes");
        assertThat(attributes.get("adminEventsExpiration").asText()).isEqualTo("2592000");
        assertThat(portal.log()).anyMatch(line -> line.contains("jdbc-postgresql"));
    }

    @Test
    @Order(3)
    @DisplayName("makes accounts and providers through which their members sign in")
    void accounts(RealBrowser browser) throws GeneralSecurityException {
        var samlConfig = config(saml);
        var oidcConfig = config(oidc);
        portal.type(
                commands("accounts.md", block -> !block.comment().equals("later")),
                List.of(
                        Map.of(),
                        Map.of(
                                "PROVIDER", saml.alias(),
                                "PROVIDER_ENTITY_ID", samlConfig.get("idpEntityId"),
                                "PROVIDER_SIGN_ON", samlConfig.get("singleSignOnServiceUrl"),
                                "PROVIDER_SIGN_OUT", saml.address() + "/slo",
                                "PROVIDER_CERTIFICATE", saml.certificate()),
                        Map.of(
                                "PROVIDER", oidc.alias(),
                                "PROVIDER_ISSUER", oidcConfig.get("issuer"),
                                "PROVIDER_AUTHORIZATION", oidcConfig.get("authorizationUrl"),
                                "PROVIDER_TOKEN", oidcConfig.get("tokenUrl"),
                                "PROVIDER_KEYS", oidcConfig.get("jwksUrl"),
                                "PROVIDER_SIGN_OUT", oidc.address() + "/logout",
                                "PROVIDER_CLIENT_ID", oidcConfig.get("clientId"),
                                "PROVIDER_SECRET", oidcConfig.get("clientSecret"))));

        saml.signsIn("ann@birchlane.example");
        var ann = atAnApplication(browser, "ann@birchlane.example");
        ann.press("sso");
        assertHasTokens(ann, "ann@birchlane.example");

        // The page's mapper makes the username of another claim than the usual one.
        oidc.signsIn("subject-1", "employee-4711").spoiling(claims -> claims.claim("upn", "max@contoso.example"));
        assertHasTokens(atAnApplication(browser, "max@contoso.example"), "max@contoso.example");
    }

    @Test
    @Order(4)
    @DisplayName("takes a person's new identity at the provider once the old link is removed as the page says")
    void newIdentity(RealBrowser browser) throws GeneralSecurityException {
        oidc.signsIn("subject-2", "employee-4712").spoiling(claims -> claims.claim("upn", "max@contoso.example"));
        assertThat(atAnApplication(browser, "max@contoso.example").error()).isNotEmpty();

        portal.type(commands("accounts.md", block -> block.comment().equals("later")), List.of());
        assertHasTokens(atAnApplication(browser, "max@contoso.example"), "max@contoso.example");
    }

    @Test
    @Order(5)
    @DisplayName("gives customers addresses that the portal uses and answers at")
    void addresses() {
        var asked = SamlXml.parse(saml.requests().get(0).get("xml")).getDocumentElement();
        assertThat(SamlXml.only(asked, "Issuer").getTextContent()).isEqualTo(address("entity id", saml));
        assertThat(asked.getAttribute("AssertionConsumerServiceURL")).isEqualTo(address("reply address", saml));

        var metadata = SamlXml.parse(portal.send(HttpRequest.newBuilder(URI.create(address("metadata", saml))))
                .body());
        assertThat(metadata.getDocumentElement().getAttribute("entityID")).isEqualTo(address("entity id", saml));
        assertThat(SamlXml.all(metadata, "AssertionConsumerService"))
                .isNotEmpty()
                .allMatch(service -> service.getAttribute("Location").equals(address("reply address", saml)));
        assertThat(SamlXml.all(metadata, "SingleLogoutService"))
                .isNotEmpty()
                .allMatch(service -> service.getAttribute("Location").equals(address("single log-out", saml)));

        assertThat(oidc.requests().get(0)).containsEntry("redirect_uri", address("redirect URI;", oidc));
        for (var name : List.of("redirect URI after log-out", "back-channel")) {
            var answer = portal.send(HttpRequest.newBuilder(URI.create(address(name, oidc)))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(
                            name.startsWith("back") ? "POST" : "GET",
                            HttpRequest.BodyPublishers.ofString("logout_token=none")));
            assertThat(answer.statusCode()).as("%s: %s", name, answer.body()).isEqualTo(400);
        }
    }

    @Test
    @Order(6)
    @DisplayName("finds in the log who did it, and no name of anybody it was done to")
    void log() {
        var id = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
        var lines =
                portal.log().stream().filter(line -> line.contains("\"ADMIN ")).toList();
        assertThat(lines)
                .anyMatch(line -> line.matches(
                        ".*\"level\":\"INFO\".*\"ADMIN CREATE ORGANIZATION realm=micloud" + " path=organizations/" + id
                                + " user=" + id + " user_realm=master client=" + id + " address=.*"))
                .noneMatch(line -> line.contains("birchlane") || line.contains("contoso") || line.contains("first"));
    }

    @Test
    @Order(7)
    @DisplayName("changes switches of applications and of the realm")
    void switches() {
        portal.type(commands("realm.md", block -> true), List.of());
        assertThat(portal.type("bin/kcadm.sh get clients -r micloud -q clientId=contact-center"))
                .contains("\"micloud.sso\" : \"true\"");
        assertThat(portal.type("bin/kcadm.sh get realms/micloud"))
                .contains("\"micloud.accountDisclosure\" : \"listed\"");
        assertThat(portal.type("bin/kcadm.sh get realms/micloud/default-optional-client-scopes"))
                .contains("\"phone\"")
                .doesNotContain("\"organization\"");
        assertThat(portal.type("bin/kcadm.sh get realms/micloud/default-default-client-scopes"))
                .contains("\"micloud-saml\"")
                .doesNotContain("\"saml_organization\"");
    }

    @Test
    @Order(8)
    @DisplayName("and reads the short form of the README, finds the beginnings of the same commands there")
    void readme() throws IOException {
        var page = DocsCommands.of("deploy.md").stream()
                .flatMap(block -> block.text().lines())
                .toList();
        assertThat(Files.readAllLines(Settings.root().resolve("README.md")))
                .filteredOn(line -> line.strip().startsWith("bin/kc.sh "))
                .hasSize(4)
                .allSatisfy(line -> assertThat(page).anyMatch(typed -> typed.startsWith(line.strip())));
    }

    private RealTab atTheAccountConsole(RealBrowser browser, String username) {
        var tab = browser.tabTrustingAnyCertificate();
        tab.open(portal.at("/realms/micloud/account"));
        tab.page().locator("#kc-login").waitFor();
        assertThat(tab.heading()).isEqualTo("Sign in to MiCloud");
        tab.username(username);
        return tab;
    }

    /** Keycloak's consoles take no provider: an application of the realm file does. */
    private RealTab atAnApplication(RealBrowser browser, String username) throws GeneralSecurityException {
        var challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        var tab = browser.tabTrustingAnyCertificate();
        tab.open(portal.at("/realms/micloud/protocol/openid-connect/auth?"
                + Parameters.encode(Map.of(
                        "client_id", "desktop-client",
                        "response_type", "code",
                        "scope", "openid",
                        "redirect_uri", CALLBACK,
                        "code_challenge_method", "S256",
                        "code_challenge", challenge))));
        tab.username(username);
        return tab;
    }

    private void assertHasTokens(RealTab tab, String username) {
        var form = Parameters.encode(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "desktop-client",
                "code",
                Parameters.of(tab.arrival()).get("code"),
                "code_verifier",
                VERIFIER,
                "redirect_uri",
                CALLBACK));
        var answer = portal.send(HttpRequest.newBuilder(portal.at("/realms/micloud/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Json.read(new String(
                Base64.getUrlDecoder()
                        .decode(Json.read(answer.body())
                                .get("id_token")
                                .asText()
                                .split("\\.", -1)[1]),
                StandardCharsets.UTF_8));
        assertThat(claims.get("preferred_username").asText()).isEqualTo(username);
        assertThat(claims.get("micloud_account").get("number").asText()).isNotEmpty();
    }

    private void assertSignedIn(RealTab tab, String username) {
        tab.page().waitForURL(portal.at("/realms/micloud/account") + "**");
        tab.page().getByText("Personal info").first().waitFor();
        tab.page().locator("#username").waitFor();
        assertThat(tab.value("username")).isEqualTo(username);
    }

    private String address(String name, StandInProvider provider) {
        var value = DocsTable.rows("accounts.md", "addresses of the portal").stream()
                .filter(row -> row.get(1).startsWith(name))
                .map(row -> row.get(2))
                .findFirst()
                .orElseThrow();
        return value.replace("`", "")
                .replace("<portal>", portal.address().toString())
                .replace("<alias>", provider.alias());
    }

    private static List<DocsCommands.Block> commands(String page, Predicate<DocsCommands.Block> which) {
        return DocsCommands.of(page).stream()
                .filter(block -> block.language().equals("bash"))
                .filter(which)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> config(StandInProvider provider) {
        return (Map<String, String>) provider.representation(Map.of()).get("config");
    }
}
