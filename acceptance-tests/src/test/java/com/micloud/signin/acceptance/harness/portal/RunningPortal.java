package com.micloud.signin.acceptance.harness.portal;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.Folders;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** A portal with all it needs to run, from start to stop. */
final class RunningPortal implements AutoCloseable {
    /** A hash that costs next to nothing; it stands behind the realm's own rules for passwords. */
    private static final String CHEAP_HASH = " and hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private static final String POLICY = "passwordPolicy";
    private static final Set<Kind> WITH_ANY_HASH = Set.of(Kind.H2);

    private final Portal portal;
    private final AutoCloseable database;
    private final boolean withAnyHash;
    private boolean realHash = true;

    private RunningPortal(Kind kind, Portal portal, AutoCloseable database) {
        this.portal = portal;
        this.database = database;
        this.withAnyHash = WITH_ANY_HASH.contains(kind);
    }

    /** Where the portal keeps its data. */
    enum Kind {
        H2,
        POSTGRES,
        /** On PostgreSQL, behind a proxy that lets the nodes take turns; the second has the jars of the next release. */
        TWO_NODES,
        /** On the first Keycloak that the bundle is for. */
        FIRST_KEYCLOAK,
        /** On PostgreSQL, without the cache of user sessions. */
        UNCACHED_SESSIONS,
        /** The oldest Keycloak that the theme is for, with the theme alone and a realm of Keycloak's own. */
        OLDEST_KEYCLOAK,
        /** Keycloak as it is shipped, with nothing of ours and no realm but its own. */
        BARE
    }

    static RunningPortal start(Kind kind) {
        return switch (kind) {
            case H2, FIRST_KEYCLOAK ->
                new RunningPortal(kind, start(kind, Database.h2File(), Optional.empty()), () -> {});
            case POSTGRES, UNCACHED_SESSIONS -> onPostgres(kind);
            case TWO_NODES -> onTwoNodes();
            case OLDEST_KEYCLOAK -> onOldestKeycloak();
            case BARE -> bare();
        };
    }

    private static RunningPortal onPostgres(Kind kind) {
        var postgres = postgres("postgres-data-of-" + kind.name().toLowerCase(Locale.ROOT));
        try {
            var portal = start(kind, FreshDatabase.of(postgres), Optional.of(postgres.getPostgresDatabase()));
            return new RunningPortal(kind, portal, postgres);
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
                var jars = servers.isEmpty() ? BuiltServer.jars() : jarsOfTheNextRelease();
                var settings = settings(
                                Settings.serverVersion(),
                                jars,
                                "node-" + servers.size(),
                                address,
                                mails,
                                FreshDatabase.of(postgres),
                                "--cache=ispn")
                        .ports(port, Ports.free())
                        .hostname("http://localhost:" + address)
                        .startOption("--cache-embedded-network-bind-address=127.0.0.1")
                        .startOption("--cache-embedded-network-bind-port=" + clusterPort(servers.size()))
                        .build();
                servers.add(KeycloakServer.start(settings));
                opened.push(servers.get(servers.size() - 1));
            }
            var portal = ready(new Portal(servers.get(0), nodes, mails, Optional.empty()), Kind.TWO_NODES);
            return new RunningPortal(Kind.TWO_NODES, portal, () -> opened.forEach(RunningPortal::closing));
        } catch (RuntimeException | IOException e) {
            opened.forEach(RunningPortal::closing);
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static RunningPortal onOldestKeycloak() {
        var instance = Settings.target().resolve("server-oldest");
        var mails = mails();
        try {
            Folders.remove(instance.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = KeycloakSettings.builder(Settings.distribution(Settings.oldestServerVersion()), instance)
                .providers(List.of(Settings.jar("theme", "micloud-theme")))
                .ports(Ports.free(), Ports.free())
                .environment("JAVA_OPTS_APPEND", BuiltServer.SHORT_LIVED)
                .startOption(BuiltServer.ALONE)
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
        return new RunningPortal(Kind.OLDEST_KEYCLOAK, portal, () -> {});
    }

    private static RunningPortal bare() {
        var instance = Settings.target().resolve("server-bare");
        try {
            Folders.remove(instance.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        FreshDatabase.h2(Settings.serverVersion(), instance);
        var settings = BuiltServer.copy(Settings.serverVersion(), instance, List.of(), Database.h2File())
                .ports(Ports.free(), Ports.free())
                .startOption(BuiltServer.ALONE)
                .logFile(Settings.target().resolve("server-bare.log"))
                .build();
        var portal = new Portal(KeycloakServer.start(settings), mails(), Optional.empty());
        LeftOut.ranWith("Keycloak " + portal.serverVersion() + " without the jars");
        return new RunningPortal(Kind.BARE, portal, () -> {});
    }

    /** Keycloak watches its other nodes 50,000 ports above, which leaves no room above an ordinary free port. */
    private static int clusterPort(int node) {
        return Ports.free() % 5000 + 8000 + 5000 * node;
    }

    private static EmbeddedPostgres postgres(String folder) {
        try {
            return FreshDatabase.postgres(
                    Settings.serverVersion(), Settings.target().resolve(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            var name = "server-" + kind.name().toLowerCase(Locale.ROOT);
            var version = kind == Kind.FIRST_KEYCLOAK ? Settings.firstServerVersion() : Settings.serverVersion();
            var settings = settings(version, BuiltServer.jars(), name, port, mails, database, BuiltServer.ALONE)
                    .ports(port, Ports.free())
                    .startOption("--spi-user-sessions--infinispan--use-caches=" + (kind != Kind.UNCACHED_SESSIONS));
            if (kind == Kind.H2) {
                settings.environment("JAVA_OPTS_APPEND", BuiltServer.LONG_LIVED);
            }
            if (direct.isPresent()) {
                settings.startOption("--log-level=INFO,org.hibernate.SQL:debug");
            }
            return ready(new Portal(KeycloakServer.start(settings.build()), mails, direct), kind);
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
            String version, List<Path> jars, String name, int port, GreenMail mails, Database database, String cache)
            throws IOException {
        var instance = Settings.target().resolve(name);
        // What an earlier run left behind would be taken for the realm of this one.
        Folders.remove(instance.resolve("data"));
        Files.deleteIfExists(Settings.target().resolve(name + ".json"));
        if (database.equals(Database.h2File())) {
            FreshDatabase.h2(version, instance);
        }
        return BuiltServer.copy(version, instance, jars, database)
                .startOption(cache)
                .imports(realms(Settings.target().resolve(name + "-import"), port, mails))
                .startOption("--event-metrics-user-tags=realm,idp")
                .startOption(KeycloakServer.PATIENCE_WITH_OTHERS)
                .startOption("--log=console,file")
                .startOption("--log-file=" + Settings.target().resolve(name + ".json"))
                .startOption("--log-file-output=json")
                .startOption("--log-file-level=info")
                .startOption("--log-file-rotation-enabled=false")
                .logFile(Settings.target().resolve(name + ".log"));
    }

    private static List<Path> realms(Path folder, int port, GreenMail mails) throws IOException {
        var realms = new ArrayList<>(DemoRealm.write(
                folder,
                DemoSettings.standard()
                        .withBaseUrl("http://localhost:" + port)
                        .withSmtp("localhost", mails.getSmtp().getPort())));
        realms.add(MisconfiguredRealm.write(folder));
        for (var realm : realms) {
            RealmKeys.in(realm);
        }
        return realms;
    }

    /** The second node is a release ahead, as in the middle of an update. */
    private static List<Path> jarsOfTheNextRelease() throws IOException {
        var jars = new ArrayList<Path>();
        for (var jar : BuiltServer.jars()) {
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

    private static void closing(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Portal portal() {
        return portal;
    }

    /** From now on passwords are hashed as the realm ships, or cheaply. */
    synchronized void hash(boolean real) {
        if (withAnyHash && real != realHash) {
            portal.admin().changeRealm(realm -> {
                var policy = realm.get(POLICY).asText();
                realm.put(POLICY, real ? policy.replace(CHEAP_HASH, "") : policy + CHEAP_HASH);
            });
            realHash = real;
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
