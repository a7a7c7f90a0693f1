package com.micloud.signin.acceptance.person;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Somebody in a realm without the guard, with a token that a direct grant has brought. */
final class StockGrant {
    private StockGrant() {}

    /** Saves another first name and a new e-mail address by the account API, and answers what that answered when read. */
    static HttpResponse<String> of(Portal portal, StockRealm realm, String clientId, User person) {
        var token = Http.send(HttpRequest.newBuilder(realm.address("protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        clientId,
                        "scope",
                        "openid",
                        "username",
                        person.username(),
                        "password",
                        person.password())))));
        var access = Json.read(token.body()).path("access_token").asText();
        var saved = Http.send(HttpRequest.newBuilder(realm.address("account"))
                .header("Authorization", "Bearer " + access)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(Map.of(
                        "username",
                        person.username(),
                        "email",
                        "new-" + person.username(),
                        "firstName",
                        "Other",
                        "lastName",
                        "Name")))));
        if (saved.statusCode() != 204) {
            return saved;
        }
        return Http.send(HttpRequest.newBuilder(realm.address("account"))
                .header("Authorization", "Bearer " + access)
                .header("Accept", "application/json")
                .GET());
    }
}
