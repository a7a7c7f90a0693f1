package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The operator's token of one server. All realms share it, for each sign-in of the operator costs a slow hash. */
final class AdminToken {
    private static final Duration REUSE = Duration.ofSeconds(30);

    private final URI server;
    private String value = "";
    private Instant since = Instant.EPOCH;

    AdminToken(URI server) {
        this.server = server;
    }

    /** A token that is still good for a while. */
    synchronized String value() {
        if (Duration.between(since, Instant.now()).compareTo(REUSE) > 0) {
            var form = Map.of(
                    "grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin");
            var answer =
                    Http.send(HttpRequest.newBuilder(server.resolve("/realms/master/protocol/openid-connect/token"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form))));
            value = Json.read(Admin.expect(answer, 200).body())
                    .get("access_token")
                    .asText();
            since = Instant.now();
        }
        return value;
    }

    /** The next value is a new one. */
    synchronized void forget() {
        since = Instant.EPOCH;
    }
}
