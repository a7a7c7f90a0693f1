package com.micloud.signin.demopage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.util.JsonSerialization;

/** The claims of a token, read for showing them; whether to believe them was decided before. */
final class Claims {

    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf", "auth_time", "updated_at");

    private final ObjectNode claims;

    private Claims(ObjectNode claims) {
        this.claims = claims;
    }

    /** The claims of a signed token; none when the token cannot be read. */
    static Claims of(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length == 3) {
            try {
                JsonNode body =
                        JsonSerialization.mapper.readTree(Base64.getUrlDecoder().decode(parts[1]));
                if (body instanceof ObjectNode object) {
                    return new Claims(object);
                }
            } catch (IOException | IllegalArgumentException e) {
                return none();
            }
        }
        return none();
    }

    static Claims none() {
        return new Claims(JsonSerialization.mapper.createObjectNode());
    }

    boolean isEmpty() {
        return claims.isEmpty();
    }

    /** A claim that is a text or a number; empty when it is absent or something else. */
    Optional<String> text(String name) {
        return text(claims.path(name));
    }

    /** The same for a member of a claim that is an object. */
    Optional<String> text(String name, String member) {
        return text(claims.path(name).path(member));
    }

    boolean has(String name) {
        return claims.hasNonNull(name);
    }

    /** All of them, laid out for reading. */
    String pretty() {
        return pretty(claims);
    }

    static String pretty(JsonNode json) {
        try {
            return JsonSerialization.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON that was read can be written.", e);
        }
    }

    /** What is different in later claims, one line for each claim. */
    List<String> changesTo(Claims later) {
        Set<String> names = new TreeSet<>();
        claims.fieldNames().forEachRemaining(names::add);
        later.claims.fieldNames().forEachRemaining(names::add);
        List<String> changes = new ArrayList<>();
        for (String name : names) {
            JsonNode was = claims.path(name);
            JsonNode is = later.claims.path(name);
            if (was.isMissingNode()) {
                changes.add(name + " is new: " + shown(name, is));
            } else if (is.isMissingNode()) {
                changes.add(name + " is gone: " + shown(name, was));
            } else if (!was.equals(is)) {
                changes.add(name + ": " + shown(name, was) + " became " + shown(name, is));
            }
        }
        return changes;
    }

    private static String shown(String name, JsonNode value) {
        if (TIMES.contains(name) && value.canConvertToLong()) {
            return Instant.ofEpochSecond(value.longValue()).toString();
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
    }
}
