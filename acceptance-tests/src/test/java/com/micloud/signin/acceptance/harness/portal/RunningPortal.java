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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;

/** A portal with all it needs to run, from start to stop. */
record RunningPortal(Portal portal, AutoCloseable database) implements AutoCloseable {
    /** Where the portal keeps its data. */
    enum Kind {
        H2,
        POSTGRES,
        /** On H2, with a clock that tests can move. */
        CLOCK
    }

    static RunningPortal start(Kind kind) {
        return kind == Kind.POSTGRES ? onPostgres() : onH2(kind);
    }

    private static RunningPortal onH2(Kind kind) {
        return new RunningPortal(start(kind, Database.h2File(), Optional.empty()), () -> {});
    }

    private static RunningPortal onPostgres() {
        EmbeddedPostgres postgres;
        try {
            postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(Settings.target().resolve("postgres-data"))
                    .setCleanDataDirectory(true)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The acceptance tests need PostgreSQL and it did not start", e);
        }
        try {
            var url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
            return new RunningPortal(
                    start(
                            Kind.POSTGRES,
                            Database.postgres(url, "postgres", "postgres"),
                            Optional.of(postgres.getPostgresDatabase())),
                    postgres);
        } catch (RuntimeException e) {
            closing(postgres);
            throw e;
        }
    }

    private static Portal start(Kind kind, Database database, Optional<DataSource> direct) {
        var name = "server-" + kind.name().toLowerCase(Locale.ROOT);
        var instance = Settings.target().resolve(name);
        var port = Ports.free();
        var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        try {
            forgetData(instance.resolve("data"));
            Files.deleteIfExists(Settings.target().resolve(name + ".json"));
            var settings = KeycloakSettings.builder(distribution(), instance)
                    .providers(jars(kind))
                    .imports(DemoRealm.write(
                            Settings.target().resolve(name + "-import"),
                            DemoSettings.standard()
                                    .withBaseUrl("http://localhost:" + port)
                                    .withSmtp("localhost", mails.getSmtp().getPort())))
                    .imports(List.of(MisconfiguredRealm.write(Settings.target().resolve(name + "-import"))))
                    .ports(port, Ports.free())
                    .database(database)
                    // One node: it has no others to find, on whatever networks this machine is in.
                    .buildOption("--cache=local")
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
                    .logFile(Settings.target().resolve(name + ".log"))
                    .build();
            var portal = new Portal(KeycloakServer.start(settings), mails, direct);
            takeSamlAnswersOfTests(portal);
            LeftOut.ranWith("Keycloak " + portal.serverVersion() + " on " + kind);
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** The demo's support site is a page of the server; here the tests themselves are the support site as well. */
    private static void takeSamlAnswersOfTests(Portal portal) {
        portal.admin().changeClient("support-site", client -> client.withArray("/redirectUris")
                .add(SamlApplication.CONSUMER.toString()));
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

    private static Path distribution() {
        return Settings.target().resolve("stock").resolve("keycloak-" + Settings.serverVersion());
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
