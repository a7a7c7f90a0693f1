package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.demopage.Portal.Reply;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PortalTest {

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(
                    exchange.getRequestURI().getPath().startsWith("/bad") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksTheTokenEndpointWithAForm() {
        assertThat(portal(realm("/realms/micloud")).postToken(Map.of("code", "a&b")))
                .isEqualTo(new Reply.Answered(200, "{}"));
        assertThat(asked).containsExactly("POST /realms/micloud/protocol/openid-connect/token null code=a%26b");
    }

    @Test
    void asksUserinfoWithTheAccessToken() {
        portal(realm("/realms/micloud")).getUserinfo("abc");

        assertThat(asked).containsExactly("GET /realms/micloud/protocol/openid-connect/userinfo Bearer abc ");
    }

    @Test
    void goesToTheNextAddressWhenNobodyListens() throws IOException {
        assertThat(portal(closed(), realm("/next")).postToken(Map.of())).isEqualTo(new Reply.Answered(200, "{}"));
    }

    @Test
    void staysWithAnAnswerWhateverItIs() {
        assertThat(portal(realm("/bad"), realm("/next")).postToken(Map.of())).isEqualTo(new Reply.Answered(503, "{}"));
        assertThat(asked).hasSize(1);
    }

    @Test
    void namesTheAddressesWhenNoneAnswers() throws IOException {
        String realm = closed();

        assertThat(portal(realm).postToken(Map.of()))
                .isInstanceOfSatisfying(Reply.Unreachable.class, reply -> assertThat(reply.reason())
                        .contains(realm));
    }

    private String realm(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }
    }

    private static Portal portal(String... realms) {
        return new Portal(HttpClient.newHttpClient(), List.of(realms));
    }
}
