package com.micloud.signin.acceptance.harness.portal;

import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.DocsCommands;
import com.micloud.signin.acceptance.harness.DocsCommands.Block;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.provider.Keys;
import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.demo.server.Ports;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * A portal that was deployed by typing the commands of `docs/deploy.md` in a fresh folder with the stock distribution,
 * with an empty PostgreSQL. What differs from the page are values that it tells its readers to choose.
 */
public final class Deployment implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Keys keys = Keys.make();
    private final Path folder = Settings.target().resolve("server-deployed");
    private final Path log = Settings.target().resolve("server-deployed.log");
    private final int port = Ports.free();
    private final int managementPort = Ports.free();
    private final HttpClient client =
            HttpClient.newBuilder().sslContext(keys.trusting()).build();

    /** The portal of the page, once its last command was typed. */
    public static Deployment byThePage() {
        var deployment = new Deployment();
        try {
            deployment.follow(DocsCommands.of("deploy.md"));
            return deployment;
        } catch (IOException e) {
            deployment.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            deployment.close();
            throw e;
        }
    }

    private void follow(List<Block> page) throws IOException {
        var since = Instant.now();
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(Settings.target().resolve("postgres-data-of-the-deployed"))
                .setCleanDataDirectory(true)
                .start();
        opened.push(postgres);
        page.stream().filter(block -> block.language().equals("sql")).forEach(block -> administer(postgres, block));
        unpack();
        var file = page.stream()
                .filter(block -> block.comment().equals("file signin.env"))
                .findFirst()
                .orElseThrow();
        Files.writeString(folder.resolve("signin.env"), file.with(site(postgres)));

        var commands =
                page.stream().filter(block -> block.language().equals("bash")).toList();
        var start = commands.stream()
                .filter(block -> block.text().contains("kc.sh start "))
                .findFirst()
                .orElseThrow();
        var here = commands.indexOf(start);
        try (var first = Terminal.in(folder)) {
            first.type(DocsCommands.script(
                    commands.subList(0, here),
                    List.of(Map.of("BUNDLE", Settings.root().toString()), Map.of())));
        }
        var server = Terminal.start(folder, start.text(), log);
        opened.push(() -> Terminal.end(server));
        await().atMost(Duration.ofMinutes(10)).until(() -> isReady(server));
        terminal()
                .type(DocsCommands.script(
                        commands.subList(here + 1, commands.size()),
                        List.of(Map.of(), Map.of("KC_OPTS", kcadm()), Map.of())));
        LeftOut.measured("docs/deploy.md, from an empty database to the last command: "
                + Duration.between(since, Instant.now()).toSeconds() + " s");
    }

    /** Types the commands of another page, and returns what they printed. */
    public String type(List<Block> blocks, List<Map<String, String>> values) {
        return type(DocsCommands.script(blocks, values));
    }

    /** Types commands in the terminal in which the last commands of the page were typed. */
    public String type(String script) {
        return terminal().type(script);
    }

    /** Where browsers find it. */
    public URI address() {
        return URI.create("https://localhost:" + port);
    }

    /** An address below it. */
    public URI at(String path) {
        return URI.create(address() + path);
    }

    /** Asks it as a machine does. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything that the server has printed. */
    public List<String> log() {
        try {
            return Files.readAllLines(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        opened.forEach(resource -> {
            try {
                resource.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private Terminal terminal() {
        if (!(opened.peek() instanceof Terminal)) {
            opened.push(Terminal.in(folder));
        }
        return (Terminal) opened.element();
    }

    private Map<String, String> site(EmbeddedPostgres postgres) throws IOException {
        var certificate = folder.resolve("signin.crt");
        var key = folder.resolve("signin.key");
        Files.writeString(certificate, keys.certificatePem());
        Files.writeString(key, keys.privateKeyPem());
        return Map.of(
                "KC_DB_URL", "jdbc:postgresql://localhost:" + postgres.getPort() + "/keycloak",
                "KC_HOSTNAME", address().toString(),
                "KC_HTTPS_CERTIFICATE_FILE", certificate.toString(),
                "KC_HTTPS_CERTIFICATE_KEY_FILE", key.toString(),
                "KC_HTTPS_PORT", String.valueOf(port),
                "KC_HTTP_MANAGEMENT_PORT", String.valueOf(managementPort),
                "NODE_ADDRESS", "127.0.0.1",
                // Nobody listens there: no test of this portal waits for a mail.
                "MICLOUD_SMTP_HOST", "localhost",
                "MICLOUD_SMTP_PORT", "9");
    }

    /** The administrator's command line, which is not to write into the home of whoever runs the tests. */
    private String kcadm() {
        var store = folder.resolve("authority.p12");
        keys.writeTrustStore(store, PASSWORD);
        return "-Djavax.net.ssl.trustStore=" + store + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD
                + " -Duser.home=" + folder;
    }

    private void unpack() throws IOException {
        Folders.remove(folder);
        var stock = Settings.distribution(Settings.serverVersion());
        try (var terminal = Terminal.in(Settings.target())) {
            terminal.type("cp -a '" + stock + "' '" + folder + "'");
        }
    }

    private static void administer(EmbeddedPostgres postgres, Block block) {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var sql : block.text().split(";", -1)) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(block.text(), e);
        }
    }

    private boolean isReady(Process server) {
        if (!server.isAlive()) {
            throw new AssertionError("The server ended:\n" + String.join("\n", log()));
        }
        try {
            var health = HttpRequest.newBuilder(URI.create("https://localhost:" + managementPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(health, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nothing listens yet.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
