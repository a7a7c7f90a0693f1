package com.micloud.signin.acceptance.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.portal.Admin;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** All that the admin REST interface tells of a realm, so that the realms of two servers can be compared. */
final class RealmSnapshot {
    private static final String ALL = "?briefRepresentation=false&max=1000";

    /** What is read as it is. */
    private static final List<String> WHOLE = List.of(
            "",
            "/authentication/flows",
            "/authentication/required-actions",
            "/client-policies/policies",
            "/client-policies/profiles",
            "/client-scopes",
            "/components",
            "/default-groups",
            "/groups",
            "/keys",
            "/roles",
            "/users/profile");

    /** Attributes of a realm that stand for Keycloak's own defaults; an import writes them down. */
    private static final Set<String> DEFAULTS = Set.of(
            "clientOfflineSessionIdleTimeout",
            "clientOfflineSessionMaxLifespan",
            "clientSessionIdleTimeout",
            "clientSessionMaxLifespan",
            "scimApiEnabled");

    /** Clients of Keycloak's own that have no secret and no redirect addresses until an import gives them some. */
    private static final Set<String> KEYCLOAKS_CLIENTS = Set.of("admin-cli", "broker", "realm-management");

    private final Admin admin;
    private final Map<String, String> facts = new TreeMap<>();

    private RealmSnapshot(Admin admin) {
        this.admin = admin;
    }

    /** What there is now, by the address where it is told. */
    static Map<String, String> of(Admin admin) {
        var snapshot = new RealmSnapshot(admin);
        WHOLE.forEach(snapshot::read);
        snapshot.readEach("/clients?max=1000", "/clients", "id", "/default-client-scopes", "/optional-client-scopes");
        snapshot.readEach("/identity-provider/instances" + ALL, "/identity-provider/instances", "alias", "/mappers");
        snapshot.readEach("/organizations" + ALL, "/organizations", "id", "/members?max=1000", "/identity-providers");
        snapshot.readEach(
                "/users" + ALL, "/users", "id", "/credentials", "/federated-identity", "/groups", "/role-mappings");
        return snapshot.facts;
    }

    private void readEach(String list, String place, String key, String... parts) {
        for (var listed : admin.get(list)) {
            var path = place + "/" + listed.get(key).asText();
            read(path);
            for (var part : parts) {
                read(path + part);
            }
        }
    }

    private void read(String path) {
        facts.put(path, sorted(admin.get(path)).toString());
    }

    /** The order of fields and of lists says nothing: a database gives them in any. */
    private static JsonNode sorted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            dropWhatImportsAdd(object);
            var fields = new TreeMap<String, JsonNode>();
            object.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return Json.read(Json.write(fields));
        }
        if (node instanceof ArrayNode array) {
            return Json.read(Json.write(StreamSupport.stream(array.spliterator(), false)
                    .map(RealmSnapshot::sorted)
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .toList()));
        }
        return node;
    }

    private static void dropWhatImportsAdd(ObjectNode object) {
        if (object.has("realm") && object.get("attributes") instanceof ObjectNode attributes) {
            attributes.remove(DEFAULTS);
        }
        if (KEYCLOAKS_CLIENTS.contains(object.path("clientId").asText())) {
            object.remove("secret");
            if (object.get("attributes") instanceof ObjectNode attributes) {
                attributes.remove(Set.of("post.logout.redirect.uris", "client.secret.creation.time"));
            }
        }
        var mapper = object.path("protocolMapper").asText();
        if (mapper.startsWith("oidc-") && object.get("config") instanceof ObjectNode config) {
            config.remove("userinfo.token.claim");
        }
    }
}
