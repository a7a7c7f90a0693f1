package com.micloud.signin.acceptance.harness.real;

import com.micloud.signin.acceptance.harness.Parameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What answers at the applications' addresses, so that a real browser arrives at a page. */
final class Landing implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, Map<String, String>> posted = new ConcurrentHashMap<>();

    Landing() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was last posted to this path. */
    Map<String, String> posted(String path) {
        return posted.getOrDefault(path, Map.of());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            posted.put(exchange.getRequestURI().getPath(), Parameters.decode(body));
            var page = "<!DOCTYPE html><html lang=en><title>Application</title><p id=arrived>Arrived</p></html>"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }
}
