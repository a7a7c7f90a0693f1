package com.micloud.signin.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The generated demo realm")
class DemoRealmTest {

    private static final Instant NOW = Instant.parse("2031-05-06T07:08:09Z");
    private static final String BASE = "http://localhost:8765";
    private static final String CALLBACK = BASE + "/realms/micloud/demo/callback";
    private static final DemoSettings SETTINGS = DemoSettings.standard()
            .withBaseUrl(BASE)
            .withSmtp("mail.local", 2525)
            .withNow(NOW);
    private static final Map<String, ObjectNode> REALMS = DemoRealm.realms(SETTINGS);
    private static final ObjectNode PORTAL = REALMS.get("micloud");

    static Stream<JsonNode> oidcApplications() {
        return stream(PORTAL.get("clients"))
                .filter(client -> client.get("protocol").asText().equals("openid-connect"))
                .filter(client -> client.get("standardFlowEnabled").asBoolean());
    }

    @ParameterizedTest
    @CsvSource({
        "100100, Acme Dental, '', password, ''",
        "100200, Birch & Lane Law, BIRCH, password, ''",
        "200100, Contoso Ltd, '', sso-preferred, contoso-azure",
        "200200, Fabrikam Inc, FABRIKAM-WEST, sso-required, fabrikam-okta",
        "200300, Northwind Traders, '', sso-optional, northwind-okta",
        "200400, Adventure Works, '', sso-required, adventure-azure",
    })
    void knowsEveryAccount(String number, String name, String partnerLabel, String policy, String provider) {
        var account = Json.named(PORTAL.get("organizations"), "alias", number);
        assertThat(account.get("name").asText()).isEqualTo(name);
        assertThat(account.get("enabled").asBoolean()).isTrue();
        assertThat(account.at("/attributes/micloud.partnerLabel/0").asText()).isEqualTo(partnerLabel);
        assertThat(account.at("/attributes/micloud.signInPolicy/0").asText()).isEqualTo(policy);
        assertThat(account.at("/identityProviders/0/alias").asText()).isEqualTo(provider);
    }

    @ParameterizedTest
    @CsvSource({
        "ann@acme.example, 100100, Acme-Pass1",
        "bob@partner.example, 100100 100200 200300, Bob_Pass12",
        "cara@contoso.example, 200100, Cara=Pass1",
        "finn@fabrikam.example, 200200, ''",
        "nora@northwind.example, 200300, Nora+Pass1",
        "alex@adventure.example, 100100 200400, Alex#Pass1",
        "noel@nowhere.example, '', Noel%Pass1",
        "mismatch@contoso.example, 200100, ''",
    })
    void knowsEveryUser(String username, String accounts, String password) {
        var user = Json.named(PORTAL.get("users"), "username", username);
        assertThat(user.get("email").asText()).isEqualTo(username);
        assertThat(user.get("enabled").asBoolean()).isTrue();
        assertThat(user.get("emailVerified").asBoolean()).isTrue();
        assertThat(user.get("firstName").asText()).isNotEmpty();
        assertThat(user.get("lastName").asText()).isNotEmpty();
        assertThat(texts(user.get("realmRoles"))).containsExactly("default-roles-micloud");
        assertThat(user.at("/credentials/0/value").asText()).isEqualTo(password);
        assertThat(accountsOf(username))
                .containsExactlyInAnyOrderElementsOf(
                        accounts.isEmpty() ? List.of() : Arrays.asList(accounts.split(" ", -1)));
    }

    @ParameterizedTest
    @CsvSource({"zoe@expired.example, 91, 400", "sam@soon.example, 80, 80"})
    void agesPasswordsFromTheGivenMoment(String username, int youngestDays, int oldestDays) throws IOException {
        var user = Json.named(PORTAL.get("users"), "username", username);
        var credential = user.at("/credentials/0");
        var age = Duration.between(
                Instant.ofEpochMilli(credential.get("createdDate").asLong()), NOW);
        assertThat(age).isBetween(Duration.ofDays(youngestDays), Duration.ofDays(oldestDays));
        assertThat(accountsOf(username)).containsExactly("100100");
        var mapper = new ObjectMapper();
        assertThat(mapper.readTree(credential.get("credentialData").asText())
                        .get("algorithm")
                        .asText())
                .isEqualTo("argon2");
        var secret = mapper.readTree(credential.get("secretData").asText());
        assertThat(Base64.getDecoder().decode(secret.get("value").asText())).hasSize(32);
        assertThat(Base64.getDecoder().decode(secret.get("salt").asText())).hasSize(16);
    }

    @Test
    void knowsNobodyElse() {
        assertThat(PORTAL.get("users")).hasSize(10);
        assertThat(PORTAL.get("organizations")).hasSize(6);
        assertThat(PORTAL.get("identityProviders")).hasSize(4);
        assertThat(REALMS)
                .containsOnlyKeys("micloud", "contoso-azure", "fabrikam-okta", "northwind-okta", "adventure-azure");
    }

    @Test
    void makesEveryMemberAnUnmanagedOne() {
        assertThat(PORTAL.get("organizations"))
                .flatExtracting(account -> stream(account.get("members")).toList())
                .extracting(member -> member.get("membershipType").asText())
                .containsOnly("UNMANAGED");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso-azure, cara@contoso.example, cara@contoso.example",
        "contoso-azure, mismatch@contoso.example, someone.else@contoso.example",
        "fabrikam-okta, finn@fabrikam.example, finn@fabrikam.example",
        "northwind-okta, nora@northwind.example, nora@northwind.example",
        "northwind-okta, bob@partner.example, bob@partner.example",
        "adventure-azure, alex@adventure.example, alex@adventure.example",
    })
    void letsTheProvidersKnowTheSamePeople(String provider, String username, String email) {
        var person = Json.named(REALMS.get(provider).get("users"), "username", username);
        assertThat(person.get("email").asText()).isEqualTo(email);
        assertThat(person.at("/credentials/0/value").asText()).isEqualTo("Enterprise-1");
    }

    @ParameterizedTest
    @CsvSource({
        "contoso-azure, saml, Contoso sign-in (stands for Azure AD)",
        "fabrikam-okta, saml, Fabrikam sign-in (stands for Okta)",
        "northwind-okta, oidc, Northwind sign-in (stands for Okta)",
        "adventure-azure, oidc, Adventure Works sign-in (stands for Azure AD)",
    })
    void linksProvidersWithoutTrustingThemTooFar(String alias, String protocol, String title) {
        var provider = Json.named(PORTAL.get("identityProviders"), "alias", alias);
        assertThat(provider.get("providerId").asText()).isEqualTo(protocol);
        assertThat(provider.get("hideOnLogin").asBoolean()).isTrue();
        assertThat(provider.get("trustEmail").asBoolean()).isFalse();
        assertThat(provider.get("storeToken").asBoolean()).isFalse();
        assertThat(provider.get("firstBrokerLoginFlowAlias").asText()).isEqualTo("micloud first broker login");
        assertThat(provider.at("/config/syncMode").asText()).isEqualTo("IMPORT");
        assertThat(provider.at("/config/loginHint").asText()).isEqualTo("true");
        assertThat(provider.at("/config/validateSignature").asText()).isEqualTo("true");
        assertThat(provider.has("organizationId")).isFalse();
        assertThat(REALMS.get(alias).get("displayName").asText()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contoso-azure", "fabrikam-okta"})
    void signsSamlBothWays(String alias) throws GeneralSecurityException {
        var config = Json.named(PORTAL.get("identityProviders"), "alias", alias).get("config");
        assertThat(config.get("wantAuthnRequestsSigned").asText()).isEqualTo("true");
        assertThat(config.get("wantAssertionsSigned").asText()).isEqualTo("true");
        assertThat(config.get("signingCertificate").asText()).isEqualTo(ownCertificate(REALMS.get(alias)));
        var portal = REALMS.get(alias).at("/clients/0");
        assertThat(portal.get("clientId").asText()).isEqualTo(BASE + "/realms/micloud");
        assertThat(portal.at("/attributes/saml.client.signature").asText()).isEqualTo("true");
        assertThat(portal.at("/attributes/saml.signing.certificate").asText()).isEqualTo(ownCertificate(PORTAL));
        assertThat(portal.at("/attributes/saml_name_id_format").asText()).isEqualTo("email");
        assertThat(certificate(config.get("signingCertificate").asText())
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=" + alias);
    }

    @ParameterizedTest
    @ValueSource(strings = {"northwind-okta", "adventure-azure"})
    void sharesASecretWithOidcProviders(String alias) {
        var config = Json.named(PORTAL.get("identityProviders"), "alias", alias).get("config");
        var portal = REALMS.get(alias).at("/clients/0");
        assertThat(config.get("clientSecret").asText())
                .hasSizeGreaterThan(40)
                .isEqualTo(portal.get("secret").asText());
        assertThat(config.get("pkceMethod").asText()).isEqualTo("S256");
        assertThat(config.get("issuer").asText()).isEqualTo(BASE + "/realms/" + alias);
        assertThat(texts(portal.get("redirectUris")))
                .containsExactly(BASE + "/realms/micloud/broker/" + alias + "/endpoint");
        var name = Json.named(portal.get("protocolMappers"), "name", "preferred_username");
        assertThat(name.at("/config/user.attribute").asText()).isEqualTo("email");
    }

    @Test
    void makesNewKeysAndSecretsEveryTime() {
        var again = DemoRealm.realms(SETTINGS);
        assertThat(ownCertificate(again.get("micloud"))).isNotEqualTo(ownCertificate(PORTAL));
        assertThat(again.get("northwind-okta").at("/clients/0/secret"))
                .isNotEqualTo(REALMS.get("northwind-okta").at("/clients/0/secret"));
    }

    @Test
    void listsAccountsBeforeThePassword() {
        assertThat(PORTAL.at("/attributes/micloud.accountDisclosure").asText()).isEqualTo("listed");
    }

    @ParameterizedTest
    @MethodSource("oidcApplications")
    void letsTheDemoPageAndMachinesPlayEveryApplication(JsonNode client) {
        var production = Json.named(
                Json.resource("/micloud-realm.json").get("clients"),
                "clientId",
                client.get("clientId").asText());
        assertThat(client.get("publicClient").asBoolean()).isTrue();
        assertThat(texts(client.get("redirectUris")))
                .containsAll(texts(production.get("redirectUris")))
                .contains("http://127.0.0.1:9999/callback", CALLBACK);
        assertThat(client.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(client.at("/attributes/backchannel.logout.url").isMissingNode())
                .isTrue();
    }

    @Test
    void sendsSamlAnswersToTheDemoPage() {
        var site = Json.named(PORTAL.get("clients"), "clientId", "support-site");
        assertThat(site.at("/attributes/saml_assertion_consumer_url_post").asText())
                .isEqualTo(BASE + "/realms/micloud/demo/saml");
        assertThat(texts(site.get("redirectUris"))).contains(BASE + "/realms/micloud/demo/saml");
    }

    @Test
    void sendsMailToTheCatcher() {
        assertThat(PORTAL.at("/smtpServer/host").asText()).isEqualTo("mail.local");
        assertThat(PORTAL.at("/smtpServer/port").asText()).isEqualTo("2525");
    }

    @Test
    void keepsEverythingElseOfTheProductionFile() {
        var production = Json.resource("/micloud-realm.json");
        for (var setting : List.of("passwordPolicy", "authenticationFlows", "requiredActions", "browserFlow")) {
            assertThat(PORTAL.get(setting)).as(setting).isEqualTo(production.get(setting));
        }
    }

    @Test
    void takesFurtherAccountsPeopleProvidersAndSettings() throws IOException {
        var overlay = new ObjectMapper()
                .readTree(
                        """
                        {"accounts": [{"number": "300100", "name": "Tailspin", "displayName": "Tailspin Toys", "provider": "tailspin"},
                                      {"number": "100100", "policy": "sso-optional"}],
                         "people": [{"username": "tim@tailspin.example", "firstName": "Tim", "lastName": "Tyler",
                                     "accounts": ["300100"]}],
                         "providers": [{"alias": "tailspin", "protocol": "oidc", "company": "Tailspin", "standsFor": "Okta"}],
                         "realm": {"failureFactor": 3,
                                   "clients": [{"clientId": "account-portal", "attributes": {"micloud.sso": "false"}}]}}
                        """);
        var realms = DemoRealm.realms(SETTINGS.withOverlay(overlay));
        var portal = realms.get("micloud");
        var account = Json.named(portal.get("organizations"), "alias", "300100");
        assertThat(account.at("/attributes/micloud.displayName/0").asText()).isEqualTo("Tailspin Toys");
        assertThat(account.at("/members/0/username").asText()).isEqualTo("tim@tailspin.example");
        assertThat(realms.get("tailspin").at("/users/0/username").asText()).isEqualTo("tim@tailspin.example");
        assertThat(Json.named(portal.get("organizations"), "alias", "100100")
                        .at("/attributes/micloud.signInPolicy/0")
                        .asText())
                .isEqualTo("sso-optional");
        assertThat(portal.get("failureFactor").asInt()).isEqualTo(3);
        assertThat(Json.named(portal.get("clients"), "clientId", "account-portal")
                        .at("/attributes/micloud.sso")
                        .asText())
                .isEqualTo("false");
        assertThat(portal.get("clients")).hasSameSizeAs(PORTAL.get("clients"));
    }

    @Test
    void writesOneFilePerRealm(@TempDir Path folder) {
        assertThat(DemoRealm.write(folder, SETTINGS))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "micloud-realm.json",
                        "contoso-azure-realm.json",
                        "fabrikam-okta-realm.json",
                        "northwind-okta-realm.json",
                        "adventure-azure-realm.json");
    }

    private static List<String> accountsOf(String username) {
        return stream(PORTAL.get("organizations"))
                .filter(account -> stream(account.get("members"))
                        .anyMatch(member -> member.get("username").asText().equals(username)))
                .map(account -> account.get("alias").asText())
                .toList();
    }

    private static String ownCertificate(ObjectNode realm) {
        var keys = realm.at("/components/org.keycloak.keys.KeyProvider");
        return Json.named(keys, "providerId", "rsa").at("/config/certificate/0").asText();
    }

    private static X509Certificate certificate(String base64) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
