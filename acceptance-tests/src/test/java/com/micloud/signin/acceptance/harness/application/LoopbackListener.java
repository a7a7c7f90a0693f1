package com.micloud.signin.acceptance.harness.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** How a desktop program takes its answer (RFC 8252, section 7.3): on a port of the loopback that was free. */
public final class LoopbackListener implements AutoCloseable {
    private static final String PATH = "/callback";

    private final HttpServer server;
    private final BlockingQueue<URI> answers = new LinkedBlockingQueue<>();

    /** Listens until it is closed. */
    public LoopbackListener() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PATH, this::answer);
        server.start();
    }

    /** The address that the program names in its request. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** The address with which the browser came. */
    public URI awaitAnswer() {
        try {
            var answer = answers.poll(30, TimeUnit.SECONDS);
            if (answer == null) {
                throw new AssertionError("The browser did not come to " + address());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            answers.add(address().resolve(exchange.getRequestURI()));
            var page =
                    "<!DOCTYPE html><html lang=en><title>Signed in</title><p id=arrived>You may close this window.</p>"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
