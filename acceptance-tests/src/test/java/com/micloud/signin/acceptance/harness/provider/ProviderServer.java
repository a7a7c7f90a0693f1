package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Parameters;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The web server of a stand-in provider or of an application, on a port of its own. */
public final class ProviderServer implements AutoCloseable {
    /** What is sent back. */
    public record Answer(int status, String contentType, String body, Map<String, String> headers) {
        /** In place of a status: nothing, or only the beginning, is sent until the server is closed. */
        public static final int NEVER = 0;

        /** JSON. */
        public static Answer json(int status, String body) {
            return new Answer(status, "application/json", body, Map.of());
        }

        /** A page. */
        public static Answer page(int status, String body) {
            return new Answer(status, "text/html; charset=utf-8", body, Map.of());
        }

        /** A redirect. */
        public static Answer redirect(String location) {
            return new Answer(302, "text/plain", "", Map.of("Location", location));
        }
    }

    /** What came in: the parameters of query and body, and the headers that endpoints look at. */
    public record Question(Map<String, String> parameters, String authorization) {
        /** A parameter, empty when it is not there. */
        public String get(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    /** Answers one path. */
    public interface Endpoint {
        /** The answer to a request. */
        Answer answer(Question question);
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);

    private ProviderServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.start();
    }

    /** A server that runs until it is closed. */
    public static ProviderServer start() {
        try {
            return new ProviderServer(HttpServer.create(anyPort(), 0), "http");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ProviderServer startWithTls(Keys keys) {
        try {
            var server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(keys.tls()));
            return new ProviderServer(server, "https");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    public String address() {
        return scheme + "://localhost:" + server.getAddress().getPort();
    }

    /** Answers a path, and what is below it, like this. */
    public void at(String path, Endpoint endpoint) {
        server.createContext(path, exchange -> answer(exchange, endpoint));
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    private void answer(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            var parameters = new LinkedHashMap<>(
                    Parameters.decode(exchange.getRequestURI().getRawQuery()));
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            parameters.putAll(Parameters.decode(body));
            var authorization = exchange.getRequestHeaders().getFirst("Authorization");
            var answer = endpoint.answer(new Question(parameters, authorization == null ? "" : authorization));
            var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            if (answer.status() == Answer.NEVER) {
                begin(exchange, bytes);
                return;
            }
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private void begin(HttpExchange exchange, byte[] beginning) throws IOException {
        if (beginning.length > 0) {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(beginning);
            exchange.getResponseBody().flush();
        }
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
