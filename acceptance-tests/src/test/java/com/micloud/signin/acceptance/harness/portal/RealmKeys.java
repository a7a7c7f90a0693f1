package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.provider.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The RSA keys that Keycloak would make for each new realm, made here: it takes a server seconds, as its quick compiler
 * is slow with great numbers. No two realms of a realm file have the same.
 */
final class RealmKeys {
    private static final String PROVIDERS = "org.keycloak.keys.KeyProvider";
    private static final String ENCRYPTION = "rsa-enc-generated";

    private RealmKeys() {}

    /** What a realm without any keys gets: the four that are Keycloak's default (its `DefaultKeyProviders`). */
    static Map<String, ?> components(String realm) {
        return Map.of(
                PROVIDERS,
                List.of(
                        provider("rsa-generated", rsa(realm, "rsa-generated", "RS256")),
                        provider(ENCRYPTION, rsa(realm, ENCRYPTION, "RSA-OAEP")),
                        provider("hmac-generated", Map.of("algorithm", List.of("HS512"))),
                        provider("aes-generated", Map.of())));
    }

    /** Gives a realm file what it lets the server make. */
    static Path in(Path realmFile) throws IOException {
        var realm = (ObjectNode) Json.read(Files.readString(realmFile));
        var name = realm.get("realm").asText();
        var components = realm.withObject("/components");
        if (components.has(PROVIDERS)) {
            components.get(PROVIDERS).forEach(provider -> {
                if (provider.get("providerId").asText().equals(ENCRYPTION)) {
                    rsa(name, ENCRYPTION, "RSA-OAEP").forEach((setting, value) -> ((ObjectNode) provider)
                            .withObject("/config")
                            .putArray(setting)
                            .add(value.get(0)));
                }
            });
        } else {
            components.setAll((ObjectNode) Json.read(Json.write(components(name))));
        }
        return Files.writeString(realmFile, Json.write(realm));
    }

    private static Map<String, Object> provider(String id, Map<String, List<String>> config) {
        var settings = new HashMap<>(config);
        settings.put("priority", List.of("100"));
        return Map.of("name", id, "providerId", id, "config", settings);
    }

    private static Map<String, List<String>> rsa(String realm, String provider, String algorithm) {
        var name = "keys-" + realm + "-" + provider + ".json";
        return Shared.byOneAtATime(name, () -> {
            var file = Shared.folder(name);
            if (!Files.exists(file)) {
                var keys = Keys.lasting();
                Files.writeString(
                        file, Json.write(Map.of("privateKey", keys.secret(), "certificate", keys.certificate())));
            }
            var made = Json.read(Files.readString(file));
            return Map.of(
                    "algorithm",
                    List.of(algorithm),
                    "privateKey",
                    List.of(made.get("privateKey").asText()),
                    "certificate",
                    List.of(made.get("certificate").asText()));
        });
    }
}
