package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Parameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server of a stand-in provider, on a port of its own. */
final class ProviderServer implements AutoCloseable {
    /** What is sent back. */
    record Answer(int status, String contentType, String body, Map<String, String> headers) {
        static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, Map.of());
        }

        static Answer page(int status, String body) {
            return new Answer(status, "text/html; charset=utf-8", body, Map.of());
        }

        static Answer redirect(String location) {
            return new Answer(302, "text/plain", "", Map.of("Location", location));
        }
    }

    /** What came in: the parameters of query and body. */
    record Question(Map<String, String> parameters) {
        String get(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** Answers one path. */
    interface Endpoint {
        Answer answer(Question question);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    ProviderServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void at(String path, Endpoint endpoint) {
        server.createContext(path, exchange -> answer(exchange, endpoint));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            var parameters = new LinkedHashMap<>(
                    Parameters.decode(exchange.getRequestURI().getRawQuery()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            parameters.putAll(Parameters.decode(body));
            var answer = endpoint.answer(new Question(parameters));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }
}
