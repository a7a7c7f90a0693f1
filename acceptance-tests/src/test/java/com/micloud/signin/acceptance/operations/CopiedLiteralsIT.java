package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.DocsTable;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.provider.ProviderServer;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The names that our code shares with Keycloak as text: docs/ledger.md, where the other tests of them stand too. */
@AcceptanceTest
@DisplayName("A text that is copied from Keycloak")
final class CopiedLiteralsIT {
    private Portal portal;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        tab = PlainTab.wantingPages();
    }

    @Test
    @DisplayName("is in the class of the server that the ledger names")
    void stillThere() throws IOException {
        var rows = DocsTable.rows("ledger.md", "copied texts");
        assertThat(rows).isNotEmpty();
        try (var server = new URLClassLoader(jars(), null)) {
            assertThat(rows).allSatisfy(cells -> assertThat(constants(server, plain(cells.get(2))))
                    .as("%s", cells)
                    .contains(plain(cells.get(0)).toLowerCase(Locale.ROOT)));
        }
    }

    private static String plain(String cell) {
        return cell.replace("`", "");
    }

    private static URL[] jars() throws IOException {
        var lib = Settings.distribution(Settings.serverVersion()).resolve("lib/lib/main");
        var jars = new ArrayList<URL>();
        try (Stream<Path> files = Files.list(lib)) {
            for (var file : files.toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    /** A class file as text, in small letters: its constants can be read as they are. Empty where there is no such. */
    private static String constants(ClassLoader server, String type) throws IOException {
        try (InputStream in = server.getResourceAsStream(type.replace('.', '/') + ".class")) {
            return in == null
                    ? ""
                    : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        }
    }

    @Test
    @DisplayName("names the settings that Keycloak itself makes of an OpenID Connect provider's description")
    void discovered() {
        var description = Json.write(Map.of(
                "issuer", "http://provider.example",
                "authorization_endpoint", "http://provider.example/authorize",
                "token_endpoint", "http://provider.example/token",
                "end_session_endpoint", "http://provider.example/logout",
                "jwks_uri", "http://provider.example/keys"));
        var settings = imported("oidc", "application/json", description);
        assertThat(settings.path("logoutUrl").asText()).isEqualTo("http://provider.example/logout");
        assertThat(settings.path("jwksUrl").asText()).isEqualTo("http://provider.example/keys");
        assertThat(settings.path("useJwksUrl").asText()).isEqualTo("true");
        assertThat(settings.path("validateSignature").asText()).isEqualTo("true");
    }

    @Test
    @DisplayName("names the settings that Keycloak itself makes of a SAML provider's description")
    void described() {
        try (var provider = new StandInSamlProvider(portal)) {
            var settings = imported("saml", "application/xml", provider.metadata());
            assertThat(settings.path("signingCertificate").asText()).isEqualTo(provider.certificate());
            assertThat(settings.path("singleLogoutServiceUrl").asText()).isEqualTo(provider.address() + "/slo");
            assertThat(settings.path("validateSignature").asText()).isEqualTo("true");
        }
    }

    private JsonNode imported(String type, String contentType, String description) {
        try (var site = ProviderServer.start()) {
            site.at("/description", question -> new ProviderServer.Answer(200, contentType, description, Map.of()));
            var answer = portal.admin()
                    .send(
                            "POST",
                            "/identity-provider/import-config",
                            Json.write(Map.of("providerId", type, "fromUrl", site.address() + "/description")));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return Json.read(answer.body());
        }
    }

    private void assertSignsIn(Customer<? extends StandInProvider> customer) {
        var attempt = application.begin();
        tab.open(attempt.url()).username(customer.member().username());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(customer.account().number());
    }

    @Test
    @DisplayName("is the setting with an OpenID Connect provider's key, with which people sign in")
    void ownKey() {
        var provider = new StandInOidcProvider();
        try (var customer = Customer.of(
                portal,
                provider,
                Map.of("useJwksUrl", "false", "jwksUrl", "", "publicKeySignatureVerifier", provider.publicKey()))) {
            assertSignsIn(customer);
        }
    }

    @Test
    @DisplayName("is the setting with the address of a SAML provider's keys, with which people sign in")
    void metadata() {
        var provider = new StandInSamlProvider(portal);
        try (var site = ProviderServer.start()) {
            site.at(
                    "/metadata",
                    question -> new ProviderServer.Answer(200, "application/xml", provider.metadata(), Map.of()));
            try (var customer = Customer.of(
                    portal,
                    provider,
                    Map.of(
                            "signingCertificate",
                            "",
                            "useMetadataDescriptorUrl",
                            "true",
                            "metadataDescriptorUrl",
                            site.address() + "/metadata"))) {
                assertSignsIn(customer);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"clientId, client_id", "defaultScope, scope", "prompt, prompt"})
    @DisplayName("is a setting that reaches an OpenID Connect provider as the operator wrote it")
    void encoded(String setting, String parameter) {
        var written = "openid {x} a%41b";
        try (var customer = Customer.of(portal, new StandInOidcProvider(), Map.of(setting, written))) {
            customer.provider().pausing();
            tab.open(application.begin().url()).username(customer.member().username());
            assertThat(customer.provider().lastRequest()).containsEntry(parameter, written);
        }
    }

    @Test
    @DisplayName("is the note with a provider's error, which is shown once and not when trying again succeeds")
    void forwardedError() {
        try (var customer = Customer.withOidc(portal)) {
            var attempt = application.begin();
            customer.provider().refusing("access_denied");
            tab.open(attempt.url()).username(customer.member().username());
            assertThat(tab.has("try-again")).as("%s", tab).isTrue();
            customer.provider().recovered();
            tab.press("try-again");
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(customer.account().number());
        }
    }

    @ParameterizedTest
    @CsvSource({"emailVerified", "EMAILVERIFIED", "kc.email.pending"})
    @DisplayName("is an attribute of the record, which no mapper of a provider writes")
    void record(String attribute) {
        try (var customer = Customer.of(portal, new StandInOidcProvider(), Map.of("syncMode", "FORCE"))) {
            mapper(customer, attribute);
            mapper(customer, "locale");
            customer.provider()
                    .spoiling(claims -> claims.claim(attribute, "written").claim("locale", "de"));
            assertSignsIn(customer);
            var written = portal.admin().get("/users/" + customer.member().id() + "/unmanagedAttributes");
            assertThat(portal.admin()
                            .get("/users/" + customer.member().id())
                            .at("/attributes/locale/0")
                            .asText())
                    .isEqualTo("de");
            assertThat(written.has(attribute)).as("%s", written).isFalse();
        }
    }

    private void mapper(Customer<?> customer, String attribute) {
        portal.admin()
                .create(
                        "/identity-provider/instances/" + customer.provider().alias() + "/mappers",
                        Map.of(
                                "name",
                                Names.word(),
                                "identityProviderAlias",
                                customer.provider().alias(),
                                "identityProviderMapper",
                                "oidc-user-attribute-idp-mapper",
                                "config",
                                Map.of("claim", attribute, "user.attribute", attribute, "syncMode", "FORCE")));
    }

    @Test
    @DisplayName("is the word for a browser that nobody knows, which no mail shows")
    void unknownBrowser() {
        var user = portal.admin().user();
        portal.admin().join(user, portal.admin().account("password"));
        tab.browser().sending("User-Agent", "Nobody/1");
        tab.open(portal.realm("changepassword")).username(user.username());
        var fresh = Names.password();
        tab.fill("password", user.password());
        tab.newPassword(fresh);
        var mail = portal.mailboxOf(user).await(1);
        assertThat(mail.text())
                .contains("The password that you sign in with was changed.")
                .doesNotContain("Other");
    }

    @Test
    @DisplayName("is the key of a message that Keycloak has a text for")
    void texts() {
        var before = portal.admin().changeRealm(Map.of("resetPasswordAllowed", false));
        try {
            tab.open(portal.realm("forgotpassword"));
            assertThat(tab.page().document().text())
                    .as("%s", tab)
                    .contains("not allowed")
                    .doesNotContain("resetCredentialNotAllowedMessage");
        } finally {
            portal.admin().changeRealm(before);
        }
        var user = portal.admin().user();
        portal.admin().join(user, portal.admin().account("password"));
        var console = new AccountConsole(portal);
        var answer =
                console.save(user, Map.of("username", "not an address"), console.signIn(PlainTab.wantingPages(), user));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("error-username-invalid-character");
    }

    @Test
    @DisplayName("names what Keycloak gives the page at the end of a mail's link: its heading and the way back")
    void endOfMail() {
        try (var stock = new StockRealm(portal)) {
            var person = stock.admin().user();
            var client = stock.application(Map.of());
            var sent = stock.admin()
                    .send(
                            "PUT",
                            "/users/" + person.id() + "/execute-actions-email?client_id=" + client + "&redirect_uri="
                                    + "http://127.0.0.1:9999/callback",
                            "[\"UPDATE_PROFILE\"]");
            assertThat(sent.statusCode()).as(sent.body()).isIn(200, 204);
            tab.open(portal.mailboxOf(person).lastLink());
            tab.open(
                    URI.create(tab.page().document().selectFirst("main a[href]").absUrl("href")));
            tab.press("kc-login");
            assertThat(tab.heading()).as("%s", tab).isEqualTo("Account updated");
            assertThat(tab.page().element("backToApplication").absUrl("href"))
                    .startsWith("http://127.0.0.1:9999/callback");
        }
    }

    @Test
    @DisplayName("names what Keycloak gives a page that watches for sign-ins in other tabs")
    void watched() {
        try (var stock = new StockRealm(portal)) {
            tab.open(stock.signIn(stock.application(Map.of())));
            assertThat(tab.page().document().select("script[data-ash]"))
                    .as("%s", tab)
                    .isNotEmpty();
        }
        tab.open(application.begin().url());
        assertThat(tab.page().document().select("script[data-ash]"))
                .as("%s", tab)
                .isNotEmpty();
    }

    @Test
    @DisplayName("is a part of the addresses that Keycloak gives the forms of a sign-in")
    void addresses() {
        tab.open(application.begin().url());
        assertThat(tab.page().actionOf("kc-login").getPath()).contains("/login-actions/");
    }
}
