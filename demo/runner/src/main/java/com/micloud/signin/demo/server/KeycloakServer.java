package com.micloud.signin.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A running Keycloak that ends with {@link #close()}, and with the JVM that started it. */
public final class KeycloakServer implements AutoCloseable {

    /**
     * How long the server tries to connect to a provider. By itself it waits as long as the system does, which is
     * minutes; for an answer it waits five seconds.
     */
    public static final String PATIENCE_WITH_OTHERS =
            "--spi-connections-http-client--default--establish-connection-timeout-millis=5000";

    private static final Duration BETWEEN_PROBES = Duration.ofMillis(500);

    private final KeycloakSettings settings;
    private final Process process;
    private final Thread atExit;

    private KeycloakServer(KeycloakSettings settings, Process process) {
        this.settings = settings;
        this.process = process;
        this.atExit = new Thread(() -> ProcessTree.end(process), "stop-keycloak-" + settings.httpPort());
    }

    /** Prepares the instance as far as needed, starts it and waits until it is ready. */
    public static KeycloakServer start(KeycloakSettings settings) {
        return KeycloakInstance.prepare(settings).start();
    }

    static KeycloakServer start(KeycloakInstance instance) {
        var settings = instance.settings();
        var arguments = new ArrayList<String>();
        arguments.add("start");
        arguments.add("--optimized");
        arguments.add("--http-enabled=true");
        arguments.add("--http-host=" + settings.httpHost());
        arguments.add("--http-port=" + settings.httpPort());
        arguments.add("--http-management-port=" + settings.managementPort());
        arguments.add("--hostname=" + settings.hostname());
        arguments.addAll(settings.database().startOptions());
        arguments.addAll(settings.startOptions());
        if (!settings.imports().isEmpty()) {
            arguments.add("--import-realm");
        }
        // Somebody else's server on these ports would otherwise be taken for ours when it says that it is ready.
        Ports.requireFree(settings.httpPort(), "Keycloak");
        Ports.requireFree(settings.managementPort(), "Keycloak management");
        try {
            var server = new KeycloakServer(
                    settings, instance.command(settings.logFile(), arguments).start());
            Runtime.getRuntime().addShutdownHook(server.atExit);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where browsers and applications find the server. */
    public URI baseUri() {
        return settings.baseUri();
    }

    /** Where health and metrics are served. */
    public URI managementUri() {
        return URI.create("http://" + settings.httpHost() + ":" + settings.managementPort());
    }

    public KeycloakSettings settings() {
        return settings;
    }

    /** Everything the server has printed since this start. */
    public String log() {
        try {
            return new String(Files.readAllBytes(logFile()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path logFile() {
        return settings.logFile();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes when the server has ended, whatever the reason. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        ProcessTree.kill(process);
        forgetHook();
    }

    /** Asks the server to stop and waits for it. */
    @Override
    public void close() {
        ProcessTree.end(process);
        forgetHook();
    }

    private void awaitReady() {
        var end = Instant.now().plus(settings.deadline());
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var probe = HttpRequest.newBuilder(managementUri().resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            while (!isReady(client, probe)) {
                if (process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw failed("ended with " + process.exitValue() + " before it was ready");
                }
                if (Instant.now().isAfter(end)) {
                    throw failed("was not ready after " + settings.deadline().toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted while Keycloak was starting", e);
        }
    }

    private static boolean isReady(HttpClient client, HttpRequest probe) throws InterruptedException {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // Nothing listens yet.
            return false;
        }
    }

    private ServerStartException failed(String how) {
        var message = "Keycloak on port " + settings.httpPort() + " " + how + "; the end of " + logFile() + ":\n"
                + LogTail.of(logFile());
        close();
        return new ServerStartException(message);
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is going down and runs the hook itself.
            return;
        }
    }
}
