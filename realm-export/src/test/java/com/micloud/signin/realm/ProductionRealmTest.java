package com.micloud.signin.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The production realm file")
class ProductionRealmTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^:}]*)(:[^}]*)?}");

    private static final int THIRTY_DAYS = 30 * 24 * 3600;

    private static final ObjectNode REALM = Json.resource("/micloud-realm.json");

    static Stream<JsonNode> applications() {
        return stream(REALM.get("clients"))
                .filter(client -> !client.get("clientId").asText().equals("micloud-change-password"));
    }

    static Stream<JsonNode> oidcApplications() {
        return applications().filter(client -> client.get("protocol").asText().equals("openid-connect"));
    }

    static Stream<JsonNode> nativeApplications() {
        return applications()
                .filter(client -> !attribute(client, "micloud.kind").equals("web"));
    }

    @Test
    void holdsNobodyAndNobodysAccount() {
        assertThat(REALM.has("users")).isFalse();
        assertThat(REALM.has("organizations")).isFalse();
        assertThat(REALM.has("identityProviders")).isFalse();
    }

    @Test
    void holdsNoSecretAndNoKey() {
        var found = new ArrayList<String>();
        walk("", REALM, (path, value) -> {
            var name = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
            var secret = Stream.of("secret", "privatekey", "certificate", "credential", "password")
                    .anyMatch(name::equals);
            if (secret && !value.equals("${MICLOUD_SMTP_PASSWORD:}")) {
                found.add(path);
            }
        });
        assertThat(found).isEmpty();
        assertThat(REALM.has("components")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "account-portal, web, true, before, true",
        "support-site, web, true, before, true",
        "teamwork-web, web, true, before, true",
        "salesforce-cti, web, true, before, true",
        "connect-chrome, web, true, before, true",
        "contact-center, web, false, after, false",
        "contact-center-director, web, false, after, false",
        "agent-manager, web, false, after, false",
        "gccs, web, false, after, false",
        "desktop-client, desktop, true, before, true",
        "teamwork-desktop, desktop, true, before, true",
        "telephony-microsoft, desktop, true, before, true",
        "act-integration, desktop, true, before, true",
        "ams360-integration, desktop, true, before, true",
        "application-dialer, desktop, true, before, true",
        "easypop, desktop, true, before, true",
        "netsuite-integration, desktop, true, before, true",
        "dynamics-integration, desktop, true, before, true",
        "teamwork-mobile, mobile, true, before, true",
        "connect-mobile, mobile, true, before, true",
    })
    void knowsEveryApplicationWithItsSwitches(
            String clientId, String kind, String sso, String accountSelection, String forgotPassword) {
        var client = application(clientId);
        assertThat(client.get("enabled").asBoolean()).isTrue();
        assertThat(attribute(client, "micloud.kind")).isEqualTo(kind);
        assertThat(attribute(client, "micloud.sso")).isEqualTo(sso);
        assertThat(attribute(client, "micloud.accountSelection")).isEqualTo(accountSelection);
        assertThat(attribute(client, "micloud.forgotPassword")).isEqualTo(forgotPassword);
        assertThat(attribute(client, "micloud.reentry")).isEqualTo(kind.equals("desktop") ? "credentials" : "username");
    }

    @Test
    void knowsNoFurtherApplication() {
        assertThat(applications()).hasSize(20);
    }

    @Test
    void changesPasswordsForAClientThatNobodySignsInTo() {
        var client = application("micloud-change-password");
        for (var grant : List.of(
                "standardFlowEnabled",
                "implicitFlowEnabled",
                "directAccessGrantsEnabled",
                "serviceAccountsEnabled",
                "fullScopeAllowed")) {
            assertThat(client.get(grant).asBoolean()).as(grant).isFalse();
        }
        assertThat(client.get("redirectUris")).isEmpty();
        assertThat(executions("micloud change password"))
                .containsExactly("micloud-password-owner", "micloud-new-password");
    }

    @Test
    void onlyTheSupportSiteSpeaksSaml() {
        assertThat(applications()
                        .filter(client -> client.get("protocol").asText().equals("saml")))
                .singleElement()
                .satisfies(client -> {
                    assertThat(client.get("clientId").asText()).isEqualTo("support-site");
                    assertThat(attribute(client, "saml.server.signature")).isEqualTo("true");
                    assertThat(attribute(client, "saml.assertion.signature")).isEqualTo("true");
                    // With this attribute set, Keycloak would take responses that nobody asked for.
                    assertThat(client.get("attributes").has("saml_idp_initiated_sso_url_name"))
                            .isFalse();
                });
    }

    @ParameterizedTest
    @MethodSource("oidcApplications")
    void opensNothingButTheCodeFlowWithPkce(JsonNode client) {
        assertThat(client.get("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(client.get("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.get("serviceAccountsEnabled").asBoolean()).isFalse();
        assertThat(attribute(client, "pkce.code.challenge.method")).isEqualTo("S256");
        assertThat(attribute(client, "oauth2.device.authorization.grant.enabled"))
                .isEqualTo("false");
        assertThat(attribute(client, "oidc.ciba.grant.enabled")).isEqualTo("false");
        assertThat(attribute(client, "standard.token.exchange.enabled")).isEqualTo("false");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void redirectsToExactAddressesOnly(JsonNode client) {
        assertThat(client.get("redirectUris"))
                .isNotEmpty()
                .allSatisfy(uri -> assertThat(uri.asText()).isNotEmpty().doesNotContain("*"));
        assertThat(attribute(client, "post.logout.redirect.uris"))
                .startsWith("+")
                .doesNotContain("*");
    }

    @ParameterizedTest
    @MethodSource("applications")
    void usesHttpsOutsideTheUsersOwnMachine(JsonNode client) {
        var addresses = new ArrayList<String>();
        walk("", client, (path, value) -> {
            var address = withDefaults(value);
            if (address.startsWith("http:") && !address.startsWith("http://www.w3.org/")) {
                addresses.add(address);
            }
        });
        assertThat(addresses)
                .allSatisfy(address -> assertThat(URI.create(address).getHost()).isIn("127.0.0.1", "[::1]"));
    }

    @ParameterizedTest
    @MethodSource("nativeApplications")
    void letsNativeApplicationsStayForFifteenDaysWithoutUse(JsonNode client) {
        assertThat(client.get("publicClient").asBoolean()).isTrue();
        assertThat(texts(client.get("optionalClientScopes"))).contains("offline_access");
        assertThat(attribute(client, "client.offline.session.idle.timeout")).isEqualTo("1296000");
        assertThat(REALM.get("offlineSessionIdleTimeout").asInt()).isGreaterThanOrEqualTo(1296000);
        assertThat(REALM.get("offlineSessionMaxLifespanEnabled").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("nativeApplications")
    void sendsNativeApplicationsToThemselves(JsonNode client) {
        var uris = texts(client.get("redirectUris"));
        if (attribute(client, "micloud.kind").equals("desktop")) {
            assertThat(uris).containsExactly("http://127.0.0.1/callback", "http://[::1]/callback");
        } else {
            assertThat(uris).singleElement().asString().matches("com\\.example\\.[a-z]+:/callback");
        }
    }

    @ParameterizedTest
    @MethodSource("oidcApplications")
    void givesEveryApplicationTheAccountClaimAndNoneTheStockOrganizationScope(JsonNode client) {
        assertThat(texts(client.get("defaultClientScopes")))
                .contains("micloud", "basic", "acr", "profile", "email", "roles", "web-origins");
        assertThat(texts(client.get("optionalClientScopes"))).doesNotContain("organization");
    }

    @Test
    void letsConfidentialApplicationsIntrospectTheirOwnTokens() {
        var mappers = Json.named(REALM.get("clientScopes"), "name", "micloud").get("protocolMappers");
        assertThat(stream(mappers)
                        .filter(mapper -> mapper.get("protocolMapper").asText().equals("micloud-own-audience-mapper")))
                .singleElement()
                .satisfies(mapper -> assertThat(
                                mapper.at("/config/access.token.claim").asText())
                        .isEqualTo("true"));
    }

    @Test
    void givesTheAccountToNewApplicationsToo() {
        assertThat(texts(REALM.get("defaultDefaultClientScopes"))).containsExactly("micloud", "micloud-saml");
        assertThat(texts(application("support-site").get("defaultClientScopes")))
                .contains("micloud-saml")
                .doesNotContain("saml_organization");
    }

    @Test
    void keepsTheStockClientScopesBesideItsOwn() {
        assertThat(REALM.at("/attributes/CreateDefaultClientScopes").asText()).isEqualTo("true");
        assertThat(stream(REALM.get("clientScopes"))
                        .map(scope -> scope.get("name").asText()))
                .containsExactly("micloud", "micloud-saml");
    }

    @Test
    void signsInByUsernameAccountAndProofInThisOrder() {
        assertThat(executions("micloud browser"))
                .containsExactly(
                        "micloud-username",
                        "micloud-account",
                        "micloud-provider",
                        "micloud-password",
                        "micloud-account",
                        "micloud-provider");
        assertThat(executions("micloud first broker login")).containsExactly("micloud-provider-link");
        assertThat(REALM.get("browserFlow").asText()).isEqualTo("micloud browser");
        assertThat(REALM.get("firstBrokerLoginFlow").asText()).isEqualTo("micloud first broker login");
    }

    @Test
    void runsTheGuardBeforeEveryOtherRequiredAction() {
        var actions = stream(REALM.get("requiredActions")).toList();
        assertThat(actions.get(0).get("alias").asText()).isEqualTo("micloud-guard");
        assertThat(actions.get(0).get("enabled").asBoolean()).isTrue();
        assertThat(actions).extracting(action -> action.get("priority").asInt()).isSorted();
        assertThat(actions).extracting(action -> action.get("priority").asInt()).doesNotHaveDuplicates();
        assertThat(actions)
                .extracting(action -> action.get("alias").asText())
                .contains("UPDATE_PASSWORD", "UPDATE_PROFILE", "VERIFY_EMAIL", "CONFIGURE_TOTP", "VERIFY_PROFILE");
    }

    @Test
    void tellsThatAPasswordExpiresBeforeItDemandsAnother() {
        assertThat(stream(REALM.get("requiredActions"))
                        .filter(action -> action.get("enabled").asBoolean())
                        .map(action -> action.get("alias").asText()))
                .containsSubsequence("micloud-password-expiry", "UPDATE_PASSWORD")
                .contains("UPDATE_EMAIL");
    }

    @Test
    void neitherLetsUsersDeleteThemselvesNorLinkProvidersByThemselves() {
        assertThat(stream(REALM.get("requiredActions"))
                        .filter(action -> !action.get("enabled").asBoolean())
                        .map(action -> action.get("alias").asText()))
                .contains("delete_account", "idp_link");
    }

    @Test
    void asksForPasswordsOfTheAgreedKind() {
        assertThat(REALM.get("passwordPolicy").asText())
                .isEqualTo("micloud-password(8-16) and passwordHistory(1)" + " and forceExpiredPasswordChange(90)");
    }

    @Test
    void locksPasswordsForATimeAfterFiveWrongOnes() {
        assertThat(REALM.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(REALM.get("permanentLockout").asBoolean())
                .as("strangers could switch users off for good")
                .isFalse();
        assertThat(REALM.get("bruteForceStrategy").asText()).isEqualTo("MULTIPLE");
        assertThat(REALM.get("failureFactor").asInt()).isEqualTo(5);
        assertThat(REALM.get("waitIncrementSeconds").asInt()).isEqualTo(60);
        assertThat(REALM.get("maxFailureWaitSeconds").asInt()).isEqualTo(900);
        assertThat(REALM.get("maxDeltaTimeSeconds").asInt()).isEqualTo(43_200);
        assertThat(REALM.get("quickLoginCheckMilliSeconds").asInt())
                .as("slower than any machine, quicker than any hand")
                .isEqualTo(200);
        assertThat(REALM.get("minimumQuickLoginWaitSeconds").asInt()).isEqualTo(10);
    }

    @Test
    void knowsUsersByUsernameAloneAndLetsThemChangeIt() {
        assertThat(REALM.get("loginWithEmailAllowed").asBoolean()).isFalse();
        assertThat(REALM.get("editUsernameAllowed").asBoolean()).isTrue();
        assertThat(REALM.get("registrationAllowed").asBoolean()).isFalse();
        assertThat(REALM.get("rememberMe").asBoolean()).isFalse();
        assertThat(REALM.get("organizationsEnabled").asBoolean()).isTrue();
    }

    @Test
    void givesNothingAwayUnlessToldTo() {
        assertThat(REALM.at("/attributes/micloud.accountDisclosure").asText()).isEqualTo("typed");
        assertThat(REALM.at("/attributes/micloud.expiryWarningDays").asText()).isEqualTo("14");
        assertThat(REALM.at("/attributes/micloud.resetCodeLifespan").asText()).isEqualTo("900");
        assertThat(REALM.at("/attributes/micloud.resetCodeTries").asText()).isEqualTo("5");
        assertThat(REALM.get("actionTokenGeneratedByUserLifespan").asInt()).isEqualTo(900);
        assertThat(REALM.get("accessCodeLifespanUserAction").asInt()).isEqualTo(900);
    }

    @Test
    void speaksTenLanguagesInItsOwnTheme() {
        assertThat(texts(REALM.get("supportedLocales")))
                .containsExactly("en", "fr", "fr-CA", "es", "de", "nl", "it", "pt-BR", "ja", "ar");
        assertThat(REALM.get("loginTheme").asText()).isEqualTo("micloud");
        assertThat(REALM.get("emailTheme").asText()).isEqualTo("micloud");
    }

    @Test
    void keepsARecordOfWhatHappened() {
        assertThat(REALM.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(texts(REALM.get("eventsListeners"))).containsExactly("micloud-events", "micloud-password-mail");
        assertThat(REALM.get("eventsExpiration").asInt()).isEqualTo(THIRTY_DAYS);
        // Keycloak does not record refused refreshes unless it is told to.
        assertThat(texts(REALM.get("enabledEventTypes"))).contains("LOGIN_ERROR", "REFRESH_TOKEN_ERROR");
    }

    @Test
    void keepsWhatAdministratorsDidAsLongAndWithoutItsContent() {
        assertThat(REALM.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(REALM.get("adminEventsDetailsEnabled").asBoolean()).isFalse();
        // Keycloak has no field for it in the realm: without the attribute it never deletes them.
        assertThat(REALM.at("/attributes/adminEventsExpiration").asText()).isEqualTo(String.valueOf(THIRTY_DAYS));
    }

    @Test
    void endsSessionsAndPagesWhenThePageSays() {
        assertThat(REALM.get("ssoSessionIdleTimeout").asInt()).isEqualTo(8 * 3600);
        assertThat(REALM.get("ssoSessionMaxLifespan").asInt()).isEqualTo(12 * 3600);
        assertThat(REALM.get("offlineSessionIdleTimeout").asInt()).isEqualTo(THIRTY_DAYS);
        assertThat(REALM.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(REALM.get("accessCodeLifespanLogin").asInt()).isEqualTo(1800);
    }

    @Test
    void documentsEveryPlaceholderAndEveryApplication() throws IOException {
        var page = Files.readString(Path.of("..", "docs", "realm.md"));
        var placeholders = new TreeSet<String>();
        walk("", REALM, (path, value) -> {
            var matcher = PLACEHOLDER.matcher(value);
            while (matcher.find()) {
                assertThat(matcher.group(2))
                        .as("default of %s", matcher.group(1))
                        .isNotNull();
                placeholders.add(matcher.group(1));
            }
        });
        assertThat(placeholders).isNotEmpty().allSatisfy(name -> assertThat(page)
                .contains("`" + name + "`"));
        assertThat(applications()).allSatisfy(client -> assertThat(page)
                .contains("`" + client.get("clientId").asText() + "`"));
    }

    private static JsonNode application(String clientId) {
        return Json.named(REALM.get("clients"), "clientId", clientId);
    }

    private static List<String> executions(String flow) {
        return stream(Json.named(REALM.get("authenticationFlows"), "alias", flow)
                        .get("authenticationExecutions"))
                .peek(execution ->
                        assertThat(execution.get("requirement").asText()).isEqualTo("REQUIRED"))
                .map(execution -> execution.get("authenticator").asText())
                .toList();
    }

    private static String attribute(JsonNode client, String name) {
        return client.get("attributes").path(name).asText();
    }

    private static String withDefaults(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> match.group(2).substring(1));
    }

    private static List<String> texts(JsonNode list) {
        return stream(list).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static void walk(String path, JsonNode node, BiConsumer<String, String> visitor) {
        if (node.isValueNode()) {
            visitor.accept(path, node.asText());
        } else if (node.isArray()) {
            node.forEach(element -> walk(path, element, visitor));
        } else {
            node.properties().forEach(entry -> walk(path + "." + entry.getKey(), entry.getValue(), visitor));
        }
    }
}
