package com.micloud.signin.acceptance.harness.application;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keycloak's account console as a program: what its page does with its client and the account API. */
public final class AccountConsole {
    private final Portal portal;
    private final OidcApplication client;

    public AccountConsole(Portal portal) {
        this.portal = portal;
        this.client = OidcApplication.of(portal, "account-console").answeredAt(portal.realm("account/"));
    }

    /** The console's client. */
    public OidcApplication client() {
        return client;
    }

    /** Opens the console in a tab; what it shows is up to the portal. */
    public Attempt open(PlainTab tab) {
        var attempt = client.begin();
        tab.open(attempt.url());
        return attempt;
    }

    /** Whether the tab has come to the console. */
    public boolean isIn(PlainTab tab) {
        return tab.page().address().toString().startsWith(portal.realm("account/") + "?")
                && tab.page().address().getQuery().contains("code=");
    }

    /** Signs somebody in with username and password, where they are asked for. */
    public Tokens signIn(PlainTab tab, User user) {
        var attempt = open(tab);
        if (tab.has("username")) {
            tab.username(user.username());
        }
        if (tab.has("password")) {
            tab.password(user.password());
        }
        return client.redeem(attempt, tab.address()).tokens();
    }

    /** Asks the account API with an access token. */
    public HttpResponse<String> api(String method, String path, Object body, Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(URI.create(portal.realm("account") + path))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Json.write(body))));
    }

    /** Reads the own record. */
    public HttpResponse<String> read(Tokens tokens) {
        return api("GET", "", null, tokens);
    }

    /** Saves the own record with these values in the place of those of now. */
    public HttpResponse<String> save(User user, Map<String, String> changes, Tokens tokens) {
        var found = portal.admin().get("/users/" + user.id());
        var record = new LinkedHashMap<String, Object>();
        for (var name : new String[] {"username", "email", "firstName", "lastName"}) {
            record.put(name, found.path(name).asText());
        }
        record.putAll(changes);
        return api("POST", "", record, tokens);
    }
}
