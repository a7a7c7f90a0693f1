package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.BuiltServer;
import com.micloud.signin.acceptance.harness.portal.FreshDatabase;
import com.micloud.signin.acceptance.harness.portal.MisconfiguredRealm;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.demo.server.KeycloakInstance;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.realm.DemoRealm;
import com.micloud.signin.realm.DemoSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@InWholeRuns("backups")
@DisplayName("A backup")
final class BackupIT {
    private static final String CARA = "cara@contoso.example";
    private static final String NORA = "nora@northwind.example";

    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final Path folder = Settings.target().resolve("backup");

    @Test
    @DisplayName("by export, imported into an empty server, brings everything back, and people sign in")
    void exportAndImport() throws Exception {
        var source = emptied(KeycloakInstance.prepare(settings("source", Database.h2File())
                .imports(demo())
                .imports(List.of(MisconfiguredRealm.write(folder)))
                .build()));
        FreshDatabase.h2(Settings.serverVersion(), source.settings().instance());
        var before = new TreeMap<String, Map<String, String>>();
        try (var portal = running(source)) {
            populate(portal.admin());
            signInByProvider(portal, CARA, "200100");
            signInByProvider(portal, NORA, "200300");
            before.put("micloud", RealmSnapshot.of(portal.admin()));
            before.put("misconfigured", RealmSnapshot.of(portal.admin().in(MisconfiguredRealm.NAME)));
        }
        Folders.remove(source.settings().instance().resolve("backup"));
        kc(source, "bin/kc.sh export --optimized --dir=backup");

        var restored = emptied(KeycloakInstance.prepare(
                settings("restored", Database.h2File()).withoutBootstrapAdmin().build()));
        copy(
                source.settings().instance().resolve("backup"),
                restored.settings().instance().resolve("backup"));
        kc(restored, "bin/kc.sh import --optimized --dir=backup");
        try (var portal = running(restored)) {
            assertSame(before.get("micloud"), RealmSnapshot.of(portal.admin()));
            assertSame(
                    before.get("misconfigured"), RealmSnapshot.of(portal.admin().in(MisconfiguredRealm.NAME)));
            signInByProvider(portal, CARA, "200100");
            signInByProvider(portal, NORA, "200300");
            signInByPassword(portal);
        }
    }

    @Test
    @DisplayName("that is one realm file with one person linked to a provider is imported at the start")
    void importAtStart() throws Exception {
        var instance = emptied(KeycloakInstance.prepare(settings("smallest", Database.h2File())
                .imports(List.of(linkedPerson()))
                .build()));
        FreshDatabase.h2(Settings.serverVersion(), instance.settings().instance());
        try (var portal = running(instance)) {
            var ann = portal.admin().findUser("ann@acme.example");
            assertThat(portal.admin().links(ann)).containsExactly(Map.entry("okta", "subject-1"));
        }
    }

    @Test
    @DisplayName("by pg_dump, restored by pg_restore, lets people sign in as before")
    void dumpAndRestore() throws Exception {
        var programs = DebianPostgres.programs();
        if (programs.isEmpty()) {
            LeftOut.because("a dump of PostgreSQL and its restoration", "no initdb and pg_dump in /usr/lib/postgresql");
            return;
        }
        try (var postgres = DebianPostgres.start(programs.get(), folder.resolve("postgres-server"))) {
            var database = postgres.database("keycloak");
            postgres.run("createdb keycloak");
            var source = emptied(KeycloakInstance.prepare(
                    settings("postgres", database).imports(demo()).build()));
            Map<String, String> before;
            try (var portal = running(source)) {
                populate(portal.admin());
                signInByProvider(portal, CARA, "200100");
                before = RealmSnapshot.of(portal.admin());
            }
            postgres.run(documented("pg_dump --format=custom --file=keycloak.dump keycloak"));
            postgres.run("dropdb keycloak");
            postgres.run(documented("createdb keycloak"));
            postgres.run(documented("pg_restore --exit-on-error --no-owner --dbname=keycloak keycloak.dump"));

            var restored = emptied(KeycloakInstance.prepare(settings("postgres-restored", database)
                    .withoutBootstrapAdmin()
                    .build()));
            try (var portal = running(restored)) {
                assertSame(before, RealmSnapshot.of(portal.admin()));
                signInByProvider(portal, CARA, "200100");
                signInByPassword(portal);
            }
        }
    }

    private KeycloakSettings.Builder settings(String name, Database database) {
        return BuiltServer.copy(Settings.serverVersion(), folder.resolve(name), BuiltServer.jars(), database)
                .startOption(BuiltServer.ALONE)
                // Providers are realms of the same server, and known by its address.
                .ports(port, managementPort)
                .logFile(folder.resolve(name + ".log"));
    }

    private static KeycloakInstance emptied(KeycloakInstance instance) throws IOException {
        try (var data = Files.newDirectoryStream(instance.settings().instance().resolve("data"))) {
            for (var part : data) {
                if (!part.endsWith("import")) {
                    Folders.remove(part);
                }
            }
        }
        return instance;
    }

    private static Portal running(KeycloakInstance instance) {
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        return new Portal(instance.start(), mails, Optional.empty());
    }

    private List<Path> demo() {
        return DemoRealm.write(
                folder.resolve("import"), DemoSettings.standard().withBaseUrl("http://localhost:" + port));
    }

    /** The production realm with as little as made it impossible to import. */
    private Path linkedPerson() throws IOException {
        var realm =
                (ObjectNode) Json.read(Files.readString(Settings.root().resolve("realm-export/micloud-realm.json")));
        var provider = realm.withArray("/identityProviders").addObject();
        provider.put("alias", "okta").put("providerId", "oidc").put("enabled", true);
        provider.putObject("config")
                .put("authorizationUrl", "https://elsewhere.example/auth")
                .put("tokenUrl", "https://elsewhere.example/token")
                .put("clientId", "portal");
        var user = realm.withArray("/users").addObject();
        user.put("username", "ann@acme.example").put("enabled", true);
        user.putArray("federatedIdentities")
                .addObject()
                .put("identityProvider", "okta")
                .put("userId", "subject-1")
                .put("userName", "ann@acme.example");
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve("micloud-realm.json"), Json.write(realm));
    }

    /** Adds what the demo lacks and operators have: whatever the bundle reads, in each of its states. */
    private static void populate(Admin admin) {
        var account = admin.account("700100", "sso-required", "SOUTH", Map.of("micloud.displayName", "South & Sons"));
        admin.registerDomains(account, "south.example");
        admin.provider(account, provider("south-okta", Map.of("validateSignature", "true", "syncMode", "FORCE")));
        admin.provider(account, provider("south-unchecked", Map.of("validateSignature", "false")));
        admin.provider(provider("switched-off", Map.of()));
        admin.enableProvider("switched-off", false);
        admin.create(
                "/identity-provider/instances/south-okta/mappers",
                Map.of(
                        "name", "phone",
                        "identityProviderAlias", "south-okta",
                        "identityProviderMapper", "oidc-user-attribute-idp-mapper",
                        "config", Map.of("syncMode", "FORCE", "claim", "phone", "user.attribute", "phone")));
        var user = admin.user("o.south@south.example", "South-Pass1");
        admin.join(user, account, admin.findAccount("100100"));
        admin.link(user, "south-okta", "subject-7", "o.south@south.example");
        admin.link(user, "south-unchecked", "subject-8", "o.south@south.example");
        admin.change("/users/" + user.id(), node -> node.withObject("/attributes")
                .putArray("micloud.renamed")
                .add("o.south@south.example"));
        admin.demand(user, "UPDATE_PASSWORD");
        var left = admin.userWithoutPassword("left@south.example");
        admin.join(left, account);
        admin.enable(left, false);
        admin.enable(admin.account("700200", "password", "", Map.of()), false);
        admin.changeRealm(realm -> {
            realm.withObject("/attributes")
                    .put("micloud.brandColor", "#0b4a8f")
                    .put("micloud.accountDisclosure", "typed");
            realm.put("passwordPolicy", "micloud-password(10-64) and passwordHistory(3)");
        });
        admin.changeClient(
                "teamwork-web", client -> client.withObject("/attributes").put("micloud.reentry", "session"));
    }

    private static Map<String, Object> provider(String alias, Map<String, String> settings) {
        var config = new TreeMap<>(Map.of(
                "authorizationUrl", "https://elsewhere.example/auth",
                "tokenUrl", "https://elsewhere.example/token",
                "useJwksUrl", "true",
                "jwksUrl", "https://elsewhere.example/keys",
                "clientId", "portal",
                "clientSecret", "not-to-be-lost"));
        config.putAll(settings);
        return Map.of("alias", alias, "providerId", "oidc", "enabled", true, "hideOnLogin", true, "config", config);
    }

    private static void signInByProvider(Portal portal, String username, String account) {
        var application = OidcApplication.of(portal, "account-portal");
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username(username);
        tab.press("sso").signInAtProvider(username);
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", account);
    }

    private static void signInByPassword(Portal portal) {
        var application = OidcApplication.of(portal, "account-portal");
        var attempt = application.begin();
        var tab = PlainTab.fresh().open(attempt.url()).username("ann@acme.example");
        tab.password("Acme-Pass1");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "100100");
    }

    /** Runs a line of the documentation in the folder of a server that is not running. */
    private void kc(KeycloakInstance instance, String line) throws IOException {
        var words = new ArrayList<>(List.of(documented(line).split(" ")));
        assertThat(words.remove(0)).isEqualTo("bin/kc.sh");
        instance.run(folder.resolve(words.get(0) + ".log"), words);
    }

    private static String documented(String line) {
        try {
            assertThat(Files.readString(Settings.root().resolve("docs/backup.md")))
                    .contains("\n" + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line;
    }

    private static void assertSame(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        var different = new TreeMap<String, String>();
        before.forEach((place, fact) -> {
            if (!fact.equals(after.get(place))) {
                different.put(place, "\nwas " + fact + "\nis  " + after.get(place));
            }
        });
        assertThat(different).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        Folders.remove(to);
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
