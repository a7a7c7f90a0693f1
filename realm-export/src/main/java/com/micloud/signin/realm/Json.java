package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Reads and merges JSON the way realm files need it. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final List<String> NAMES = List.of("clientId", "alias", "username", "number");

    private Json() {}

    static ObjectNode resource(String path) {
        try (var in = Json.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks " + path);
            }
            return (ObjectNode) MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Objects are merged, lists joined (entries of the same name merged), everything else replaced. */
    static void merge(ObjectNode target, JsonNode overlay) {
        for (var entry : overlay.properties()) {
            var present = target.get(entry.getKey());
            if (present instanceof ObjectNode object && entry.getValue().isObject()) {
                merge(object, entry.getValue());
            } else if (present instanceof ArrayNode list && entry.getValue().isArray()) {
                entry.getValue().forEach(element -> join(list, element));
            } else {
                target.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }

    static ObjectNode named(JsonNode list, String key, String name) {
        for (var element : list) {
            if (element instanceof ObjectNode object
                    && object.path(key).asText().equals(name)) {
                return object;
            }
        }
        throw new IllegalArgumentException("Nothing with " + key + " " + name);
    }

    private static void join(ArrayNode list, JsonNode element) {
        var twin = NAMES.stream().filter(element::has).findFirst().flatMap(key -> twin(list, key, element.get(key)));
        if (twin.isPresent()) {
            merge(twin.get(), element);
        } else {
            list.add(element.deepCopy());
        }
    }

    private static Optional<ObjectNode> twin(ArrayNode list, String key, JsonNode name) {
        for (var element : list) {
            if (element instanceof ObjectNode object && name.equals(object.get(key))) {
                return Optional.of(object);
            }
        }
        return Optional.empty();
    }
}
