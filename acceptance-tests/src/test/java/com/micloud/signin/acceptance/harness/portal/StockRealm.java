package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A realm with Keycloak's own flows and our theme: where the pages are that no flow of ours leads to. */
public final class StockRealm implements AutoCloseable {
    private static final String CALLBACK = "http://127.0.0.1:9999/callback";

    private final Portal portal;
    private final String name = "stock-" + Names.word();
    private final Admin admin;

    /** Makes a realm that no other test uses. */
    public StockRealm(Portal portal) {
        this.portal = portal;
        admin = portal.admin().newRealm(name, Map.of("loginTheme", "micloud"));
        admin.changeRealm(realm -> {
            realm.set("smtpServer", portal.admin().get("").get("smtpServer"));
            realm.put("displayName", "MiCloud");
        });
    }

    /** Its operator. */
    public Admin admin() {
        return admin;
    }

    /** An address below it. */
    public URI address(String path) {
        return URI.create(portal.server() + "/realms/" + name + "/" + path);
    }

    /** Where an application of its own sends the browser. */
    public URI signIn(String clientId) {
        return signIn(clientId, Map.of());
    }

    /** Where an application of its own sends the browser, with further parameters. */
    public URI signIn(String clientId, Map<String, String> more) {
        var parameters = new LinkedHashMap<String, String>(
                Map.of("client_id", clientId, "redirect_uri", CALLBACK, "response_type", "code", "scope", "openid"));
        parameters.putAll(more);
        return address("protocol/openid-connect/auth?" + Parameters.encode(parameters));
    }

    /** Lets the second step of its browser flow be done in this way too. */
    public void allow(String authenticator) {
        for (var step : admin.get("/authentication/flows/browser/executions")) {
            if (step.path("providerId").asText().equals(authenticator)) {
                var changed = (ObjectNode) step;
                changed.put("requirement", "ALTERNATIVE");
                var answer = admin.send("PUT", "/authentication/flows/browser/executions", Json.write(changed));
                if (answer.statusCode() / 100 != 2) {
                    throw new AssertionError("The flow was not changed: " + answer.body());
                }
                return;
            }
        }
        throw new AssertionError("The browser flow has no " + authenticator);
    }

    /** Switches on an action that a user can be asked for. */
    public void enable(String action) {
        admin.change("/authentication/required-actions/" + action, node -> node.put("enabled", true));
    }

    /** Creates a public application with these settings. */
    public String application(Map<String, Object> settings) {
        var clientId = "app-" + Names.word();
        var all = new LinkedHashMap<String, Object>(Map.of(
                "clientId", clientId, "publicClient", true, "redirectUris", List.of(CALLBACK), "name", "Call records"));
        all.putAll(settings);
        admin.create("/clients", all);
        return clientId;
    }

    @Override
    public void close() {
        admin.delete("");
    }
}
