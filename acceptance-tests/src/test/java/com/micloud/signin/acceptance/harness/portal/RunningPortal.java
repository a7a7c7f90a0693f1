package com.micloud.signin.acceptance.harness.portal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.realm.DemoRealm;
import com.micloud.signin.realm.DemoSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** A portal with all it needs to run, from start to stop. */
record RunningPortal(Portal portal, AutoCloseable database) implements AutoCloseable {
    /** Where the portal keeps its data. */
    enum Kind {
        H2,
        POSTGRES,
        /** On H2, with a clock that tests can move. */
        CLOCK,
        /** On PostgreSQL, and the sessions of users nowhere else, as Keycloak 26.8 has it by default. */
        UNCACHED_SESSIONS,
        /** On H2, with the oldest Keycloak that the bundle runs on. */
        FIRST_KEYCLOAK,
        /** On PostgreSQL, behind a proxy that lets the nodes take turns; the second has the jars of the next release. */
        TWO_NODES,
        /** The oldest Keycloak that the theme is for, with the theme alone and a realm of Keycloak's own. */
        OLDEST_KEYCLOAK
    }

    static RunningPortal start(Kind kind) {
        return switch (kind) {
            case H2, CLOCK, FIRST_KEYCLOAK -> onH2(kind);
            case POSTGRES, UNCACHED_SESSIONS -> onPostgres(kind);
            case TWO_NODES -> onTwoNodes();
            case OLDEST_KEYCLOAK -> onOldestKeycloak();
        };
    }

    private static RunningPortal onH2(Kind kind) {
        return new RunningPortal(start(kind, Database.h2File(), Optional.empty()), () -> {});
    }

    private static RunningPortal onPostgres(Kind kind) {
        var postgres = postgres("postgres-data-of-" + kind.name().toLowerCase(Locale.ROOT));
        try {
            var portal = start(kind, database(postgres), Optional.of(postgres.getPostgresDatabase()));
            return new RunningPortal(portal, postgres);
        } catch (RuntimeException e) {
            closing(postgres);
            throw e;
        }
    }

    private static RunningPortal onTwoNodes() {
        var postgres = postgres("postgres-data-of-two-nodes");
        var opened = new ArrayDeque<AutoCloseable>(List.of(postgres));
        try {
            var mails = mails();
            var ports = List.of(Ports.free(), Ports.free());
            var address = Ports.free();
            var nodes = ports.stream()
                    .map(port -> URI.create("http://127.0.0.1:" + port))
                    .toList();
            opened.push(TakingTurns.between(address, nodes));
            var servers = new ArrayList<KeycloakServer>();
            for (var port : ports) {
                var jars = servers.isEmpty() ? jars(Kind.TWO_NODES) : jarsOfTheNextRelease();
                var settings = settings(
                                Settings.serverVersion(),
                                jars,
                                "node-" + servers.size(),
                                address,
                                mails,
                                database(postgres))
                        .ports(port, Ports.free())
                        .hostname("http://localhost:" + address)
                        .buildOption("--cache=ispn")
                        .startOption("--cache-embedded-network-bind-address=127.0.0.1")
                        .startOption("--cache-embedded-network-bind-port=" + clusterPort(servers.size()))
                        .build();
                servers.add(KeycloakServer.start(settings));
                opened.push(servers.get(servers.size() - 1));
            }
            var portal = ready(new Portal(servers.get(0), nodes, mails, Optional.empty()), Kind.TWO_NODES);
            return new RunningPortal(portal, () -> opened.forEach(RunningPortal::closing));
        } catch (RuntimeException | IOException e) {
            opened.forEach(RunningPortal::closing);
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static RunningPortal onOldestKeycloak() {
        var instance = Settings.target().resolve("server-oldest");
        var mails = mails();
        try {
            forgetData(instance.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = KeycloakSettings.builder(distribution(Settings.oldestServerVersion()), instance)
                .providers(List.of(Settings.jar("theme", "micloud-theme")))
                .ports(Ports.free(), Ports.free())
                // An option of the start then; only later one of the build.
                .startOption("--cache=local")
                .logFile(Settings.target().resolve("server-oldest.log"))
                .build();
        var portal = new Portal(KeycloakServer.start(settings), mails, Optional.empty());
        var smtp = Map.of(
                "host",
                "localhost",
                "port",
                String.valueOf(mails.getSmtp().getPort()),
                "from",
                "portal@micloud.example");
        portal.admin().newRealm(Portal.REALM, Map.of("smtpServer", smtp));
        LeftOut.ranWith("Keycloak " + portal.serverVersion() + " with the theme alone");
        return new RunningPortal(portal, () -> {});
    }

    /** Keycloak watches its other nodes 50,000 ports above, which leaves no room above an ordinary free port. */
    private static int clusterPort(int node) {
        return Ports.free() % 5000 + 8000 + 5000 * node;
    }

    private static Database database(EmbeddedPostgres postgres) {
        return Database.postgres(
                "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "postgres");
    }

    private static EmbeddedPostgres postgres(String folder) {
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(Settings.target().resolve(folder))
                    .setCleanDataDirectory(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The acceptance tests need PostgreSQL and it did not start", e);
        }
    }

    private static GreenMail mails() {
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        return mails;
    }

    private static Portal start(Kind kind, Database database, Optional<DataSource> direct) {
        var port = Ports.free();
        var mails = mails();
        try {
            var version = kind == Kind.FIRST_KEYCLOAK ? Settings.firstServerVersion() : Settings.serverVersion();
            var name = "server-" + kind.name().toLowerCase(Locale.ROOT);
            var settings = settings(version, jars(kind), name, port, mails, database)
                    .ports(port, Ports.free())
                    // One node: it has no others to find, on whatever networks this machine is in.
                    .buildOption("--cache=local")
                    .startOption("--spi-user-sessions--infinispan--use-caches=" + (kind != Kind.UNCACHED_SESSIONS))
                    .build();
            return ready(new Portal(KeycloakServer.start(settings), mails, direct), kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Portal ready(Portal portal, Kind kind) {
        takeSamlAnswersOfTests(portal);
        allowMailsOfTests(portal);
        LeftOut.ranWith("Keycloak " + portal.serverVersion() + " on " + kind);
        return portal;
    }

    /** What all of them have in common; the port is that of the address that browsers use. */
    private static KeycloakSettings.Builder settings(
            String version, List<Path> jars, String name, int port, GreenMail mails, Database database)
            throws IOException {
        var instance = Settings.target().resolve(name);
        forgetData(instance.resolve("data"));
        Files.deleteIfExists(Settings.target().resolve(name + ".json"));
        return KeycloakSettings.builder(distribution(version), instance)
                .providers(jars)
                .imports(DemoRealm.write(
                        Settings.target().resolve(name + "-import"),
                        DemoSettings.standard()
                                .withBaseUrl("http://localhost:" + port)
                                .withSmtp("localhost", mails.getSmtp().getPort())))
                .imports(List.of(MisconfiguredRealm.write(Settings.target().resolve(name + "-import"))))
                .database(database)
                // As in the image: operators watch providers by these.
                .buildOption("--metrics-enabled=true")
                .buildOption("--event-metrics-user-enabled=true")
                .startOption("--event-metrics-user-tags=realm,idp")
                .startOption(KeycloakServer.PATIENCE_WITH_OTHERS)
                .startOption("--log-level=INFO,org.hibernate.SQL:debug")
                .startOption("--log=console,file")
                .startOption("--log-file=" + Settings.target().resolve(name + ".json"))
                .startOption("--log-file-output=json")
                .startOption("--log-file-level=info")
                .startOption("--log-file-rotation-enabled=false")
                .logFile(Settings.target().resolve(name + ".log"));
    }

    private static List<Path> jars(Kind kind) {
        var jars = new ArrayList<>(List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"),
                Settings.jar("theme", "micloud-theme"),
                Settings.jar("demo/page", "micloud-demo-page")));
        if (kind == Kind.CLOCK) {
            jars.add(Settings.jar("acceptance-tests/clock", "micloud-test-clock"));
        }
        return jars;
    }

    /** The second node is a release ahead, as in the middle of an update. */
    private static List<Path> jarsOfTheNextRelease() throws IOException {
        var jars = new ArrayList<Path>();
        for (var jar : jars(Kind.TWO_NODES)) {
            jars.add(NextRelease.of(jar, Settings.target().resolve("next-release")));
        }
        return jars;
    }

    /** The demo's support site is a page of the server; here the tests themselves are the support site as well. */
    private static void takeSamlAnswersOfTests(Portal portal) {
        portal.admin().changeClient("support-site", client -> client.withArray("/redirectUris")
                .add(SamlApplication.CONSUMER.toString()));
    }

    /** All tests have one network address, and together they ask for more mails in an hour than any office. */
    private static void allowMailsOfTests(Portal portal) {
        portal.admin()
                .changeRealm(realm -> realm.withObject("/attributes").put("micloud.resetMailsPerAddress", "10000"));
    }

    /** What an earlier run left behind would be taken for the realm of this one. */
    private static void forgetData(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path distribution(String version) {
        return Settings.target().resolve("stock").resolve("keycloak-" + version);
    }

    private static void closing(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            portal.close();
        } finally {
            closing(database);
        }
    }
}
