package com.micloud.signin.benchmarks;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.realm.DemoRealm;
import com.micloud.signin.realm.DemoSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stock server on PostgreSQL with the packaged jars, the MiCloud realm, and a realm with Keycloak's own flow. */
final class BenchmarkServer implements AutoCloseable {

    /** The realm in which everything is Keycloak's own. */
    static final String STOCK = "stock";

    private final EmbeddedPostgres postgres;
    private final Portal portal;

    private BenchmarkServer(EmbeddedPostgres postgres, Portal portal) {
        this.postgres = postgres;
        this.portal = portal;
    }

    Portal portal() {
        return portal;
    }

    static BenchmarkServer start() {
        var target = Settings.target();
        try {
            forget(target.resolve("server/data"));
            var postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(target.resolve("postgres-data"))
                    .setCleanDataDirectory(true)
                    .start();
            var mails = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
            mails.start();
            var port = Ports.free();
            var settings = KeycloakSettings.builder(
                            target.resolve("stock/keycloak-" + Settings.serverVersion()), target.resolve("server"))
                    .providers(List.of(
                            Settings.jar("authenticators", "micloud-authenticators"),
                            Settings.jar("password-policy", "micloud-password-policy"),
                            Settings.jar("theme", "micloud-theme")))
                    .imports(realms(port, mails.getSmtp().getPort()))
                    .ports(port, Ports.free())
                    .database(Database.postgres(
                            "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres", "postgres", "postgres"))
                    .startOption("--cache=local")
                    .logFile(target.resolve("server.log"))
                    .build();
            return new BenchmarkServer(postgres, new Portal(KeycloakServer.start(settings), mails, Optional.empty()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> realms(int port, int smtpPort) throws IOException {
        var folder = Settings.target().resolve("import");
        var files = new ArrayList<>(DemoRealm.write(
                folder,
                DemoSettings.standard().withBaseUrl("http://localhost:" + port).withSmtp("localhost", smtpPort)));
        try (var stock = BenchmarkServer.class.getResourceAsStream("stock-realm.json")) {
            var text = new String(stock.readAllBytes(), StandardCharsets.UTF_8);
            files.add(Files.writeString(
                    folder.resolve("stock-realm.json"), text.replace("${smtpPort}", String.valueOf(smtpPort))));
        }
        return files;
    }

    private static void forget(Path data) throws IOException {
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    @Override
    public void close() {
        portal.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
