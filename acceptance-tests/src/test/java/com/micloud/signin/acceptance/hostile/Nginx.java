package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.demo.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The proxy as it is shipped, in front of the portal of the tests. */
public final class Nginx implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where the machine has it. */
    public static Optional<Path> program() {
        return Stream.concat(
                        Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(":"), -1)),
                        Stream.of("/usr/sbin", "/usr/local/sbin"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the proxy. */
    public static Nginx inFrontOf(Portal portal, Path program) {
        return inFrontOf(List.of(portal.server()), program);
    }

    /** Starts the proxy in front of these nodes. */
    public static Nginx inFrontOf(List<URI> nodes, Path program) {
        var folder = Settings.target().resolve("nginx");
        var port = Ports.free();
        try {
            Files.createDirectories(folder);
            var shipped = Files.readString(Settings.root().resolve("docker/proxy.conf.template"));
            var inner = Ports.free();
            Files.writeString(
                    folder.resolve("portal.conf"),
                    changed(shipped, "listen 8080;", "listen 127.0.0.1:" + port + ";")
                            .replace("127.0.0.1:8081", "127.0.0.1:" + inner)
                            .replace("${PORTAL}", "nodes"));
            Files.writeString(folder.resolve("nginx.conf"), main(folder, nodes));
            var process = new ProcessBuilder(
                            List.of(program.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            var nginx = new Nginx(process, port);
            nginx.awaitOpen(folder);
            return nginx;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the proxy listens. */
    public int port() {
        return port;
    }

    /** The nodes have a name, as behind Docker's name server. */
    private static String main(Path folder, List<URI> nodes) {
        var servers = nodes.stream()
                .map(node -> "        server 127.0.0.1:" + node.getPort() + ";\n")
                .reduce("", String::concat);
        var user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        var temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
                .map(kind -> "    " + kind + "_temp_path " + folder.resolve("temp-" + kind) + ";\n")
                .reduce("", String::concat);
        return user
                + """
                daemon off;
                pid nginx.pid;
                worker_processes 1;
                events {}
                http {
                    access_log off;
                """
                + temporary + "    upstream nodes {\n" + servers + "    }\n    include portal.conf;\n}\n";
    }

    private static String changed(String text, String from, String to) {
        if (!text.contains(from)) {
            throw new AssertionError("The shipped proxy has no '" + from + "' any more");
        }
        return text.replace(from, to);
    }

    private void awaitOpen(Path folder) throws IOException {
        var end = Instant.now().plus(START);
        while (!isOpen()) {
            try {
                if (process.waitFor(100, TimeUnit.MILLISECONDS) || Instant.now().isAfter(end)) {
                    close();
                    throw new AssertionError("nginx did not start: " + Files.readString(folder.resolve("output.log"))
                            + Files.readString(folder.resolve("error.log")));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
