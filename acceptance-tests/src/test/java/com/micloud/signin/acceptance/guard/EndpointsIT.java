package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Keycloak answers to is listed in docs/endpoints.md with the wall that holds there. A server that answers to more,
 * or to less, is found here before anybody else finds it.
 */
@DisplayName("The list in docs/endpoints.md")
final class EndpointsIT {
    private static final List<String> TABLES = List.of(
            "account",
            "login-actions",
            "broker",
            "openid-connect",
            "saml",
            "other addresses",
            "features that are off",
            "outside of realms");
    private static final String ADMIN = "admin";
    private static final Set<Endpoint> ENDPOINTS = StockServer.endpoints();

    private static List<Row> rows() {
        return TABLES.stream().flatMap(table -> Row.of(table).stream()).toList();
    }

    private static Set<String> adminClasses() {
        var names = new TreeSet<String>();
        Row.of(ADMIN).forEach(row -> names.addAll(row.members()));
        return names;
    }

    @Test
    @DisplayName("knows everything that the server answers to")
    void complete() {
        var rows = rows();
        var admin = adminClasses();
        var unknown = ENDPOINTS.stream()
                .filter(endpoint -> admin.stream().noneMatch(endpoint::isIn))
                .filter(endpoint -> rows.stream().noneMatch(row -> row.lists(endpoint)))
                .toList();
        assertThat(unknown).as("answered by the server, but not listed").isEmpty();
    }

    @Test
    @DisplayName("has nothing that the server does not answer to")
    void current() {
        var gone = new ArrayList<String>();
        for (var row : rows()) {
            row.members().stream()
                    .filter(member -> ENDPOINTS.stream().noneMatch(endpoint -> Row.means(member, endpoint)))
                    .forEach(gone::add);
            row.addresses().stream()
                    .filter(address ->
                            ENDPOINTS.stream().noneMatch(endpoint -> endpoint.answers(address) && row.lists(endpoint)))
                    .forEach(gone::add);
        }
        adminClasses().stream()
                .filter(name -> ENDPOINTS.stream().noneMatch(endpoint -> endpoint.isIn(name)))
                .forEach(gone::add);
        assertThat(gone).as("listed, but not answered by the server").isEmpty();
    }

    @Test
    @DisplayName("takes nothing for a part of the admin REST interface that is not in a package for administration")
    void adminOnly() {
        var admin = adminClasses();
        var others = ENDPOINTS.stream()
                .filter(endpoint -> admin.stream().anyMatch(endpoint::isIn))
                .filter(endpoint -> !endpoint.owner().contains(".admin."))
                .toList();
        assertThat(others).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "mail links, org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory",
        "required actions, org.keycloak.authentication.RequiredActionFactory",
        "protocols, org.keycloak.protocol.LoginProtocolFactory",
        "grants, org.keycloak.protocol.oidc.grants.OAuth2GrantTypeFactory",
        "realm resources, org.keycloak.services.resource.RealmResourceProviderFactory",
        "account resources, org.keycloak.services.resource.AccountResourceProviderFactory",
        "admin resources, org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory",
        "OpenID Connect extensions, org.keycloak.protocol.oidc.ext.OIDCExtProviderFactory",
        "client registration, org.keycloak.services.clientregistration.ClientRegistrationProviderFactory",
        "well-known documents, org.keycloak.wellknown.WellKnownProviderFactory"
    })
    @DisplayName("has each provider by which Keycloak hangs in more of them, and no other")
    void providers(String table, String service) {
        var listed = new TreeSet<String>();
        Row.of(table).forEach(row -> listed.addAll(row.members()));
        assertThat(listed).isEqualTo(StockServer.providers(service));
    }

    @Test
    @DisplayName("names a test in each row that has a wall, and only tests that there are")
    void tests() {
        var names = TestNames.read();
        var untried = new ArrayList<Row>();
        var missing = new TreeSet<String>();
        for (var table : tables()) {
            for (var row : Row.of(table)) {
                if (row.tests().isEmpty() && !row.needsNoTest()) {
                    untried.add(row);
                }
                row.tests().stream().filter(test -> !names.has(test)).forEach(missing::add);
            }
        }
        assertThat(missing).as("tests that there are not").isEmpty();
        assertThat(untried).as("rows without a test").isEmpty();
    }

    private static List<String> tables() {
        var all = new ArrayList<>(TABLES);
        all.addAll(List.of(
                ADMIN,
                "mail links",
                "required actions",
                "protocols",
                "grants",
                "realm resources",
                "account resources",
                "admin resources",
                "OpenID Connect extensions",
                "client registration",
                "well-known documents",
                "known holes"));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = "security.md")
    @DisplayName("is not the only one: the threats name only tests that there are")
    void threats(String page) throws IOException {
        var names = TestNames.read();
        var missing = new TreeSet<String>();
        for (var line : Files.readAllLines(Settings.root().resolve("docs").resolve(page))) {
            if (line.startsWith("|")) {
                TestNames.spelledOut(Row.quoted(line).stream()
                                .filter(name -> name.matches("#[a-z]\\w*|\\w+(IT|Test)([.$#]\\w+)*"))
                                .toList())
                        .stream()
                        .filter(test -> !names.has(test))
                        .forEach(missing::add);
            }
        }
        assertThat(missing)
                .as("tests that docs/%s names and there are not", page)
                .isEmpty();
    }
}
