package com.micloud.signin.demopage;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The way from the played applications to the realm's endpoints, over HTTP as a real application would go.
 *
 * <p>The address that the browser uses comes first, because with a host name taken from the request it decides the
 * issuer of the tokens. Inside a container that address may lead nowhere; then the server's own port is asked, which
 * gives the same tokens where the host name is a fixed one.
 */
final class Portal {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final HttpClient client;
    private final List<String> realms;

    /** @param realms addresses of the realm, in the order in which they are tried */
    Portal(HttpClient client, List<String> realms) {
        this.client = client;
        this.realms = List.copyOf(realms);
    }

    /** What came of a request. */
    sealed interface Reply {
        record Answered(int status, String body) implements Reply {}

        /** @param reason why nobody answered, with the addresses that were tried */
        record Unreachable(String reason) implements Reply {}
    }

    Reply postToken(Map<String, String> parameters) {
        return send("/protocol/openid-connect/token", request -> request.header(
                        "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Addresses.query(parameters))));
    }

    Reply getUserinfo(String accessToken) {
        return send(
                "/protocol/openid-connect/userinfo", request -> request.header("Authorization", "Bearer " + accessToken)
                        .GET());
    }

    private interface Shape {
        HttpRequest.Builder apply(HttpRequest.Builder request);
    }

    private Reply send(String path, Shape shape) {
        List<String> reasons = new ArrayList<>();
        for (String realm : realms) {
            URI address = URI.create(realm + path);
            try {
                HttpResponse<String> response = client.send(
                        shape.apply(HttpRequest.newBuilder(address)
                                        .timeout(PATIENCE)
                                        .header("Accept", "application/json"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                return new Reply.Answered(response.statusCode(), response.body());
            } catch (ConnectException | HttpConnectTimeoutException | SSLException e) {
                // Nothing was said yet, so saying it elsewhere cannot use a code up twice.
                reasons.add(address + " (" + e + ")");
            } catch (IOException e) {
                return new Reply.Unreachable(address + " (" + e + ")");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reply.Unreachable(address + " (interrupted)");
            }
        }
        return new Reply.Unreachable(String.join(", ", reasons));
    }
}
