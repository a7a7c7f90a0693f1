package com.micloud.signin.realm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Password credentials as a realm file holds them. */
final class PasswordCredential {

    // The server's own defaults: other values would be hashed again at the first sign-in, and take another time until
    // then.
    private static final int ITERATIONS = 5;
    private static final int MEMORY_KIB = 7168;
    private static final int PARALLELISM = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private PasswordCredential() {}

    /** A password set at the moment of the import; the server hashes it and holds it against the realm's policy. */
    static ObjectNode now(String password) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "password")
                .put("temporary", false)
                .put("value", password);
    }

    /** A password set in the past: only a finished hash can carry a date. */
    static ObjectNode setAt(String password, Instant when) {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var secret =
                Map.of("value", base64(hash(password, salt)), "salt", base64(salt), "additionalParameters", Map.of());
        var data = Map.of(
                "hashIterations",
                ITERATIONS,
                "algorithm",
                "argon2",
                "additionalParameters",
                Map.of(
                        "hashLength", List.of(String.valueOf(HASH_BYTES)),
                        "memory", List.of(String.valueOf(MEMORY_KIB)),
                        "type", List.of("id"),
                        "version", List.of("1.3"),
                        "parallelism", List.of(String.valueOf(PARALLELISM))));
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "password")
                .put("createdDate", when.toEpochMilli())
                .put("secretData", text(secret))
                .put("credentialData", text(data));
    }

    private static byte[] hash(String password, byte[] salt) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withIterations(ITERATIONS)
                .withMemoryAsKB(MEMORY_KIB)
                .withParallelism(PARALLELISM)
                .withSalt(salt)
                .build());
        var hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(Map<String, ?> content) {
        try {
            return Json.MAPPER
                    .writer()
                    .without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
