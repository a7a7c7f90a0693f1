package com.micloud.signin.demopage;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.util.JsonSerialization;

/**
 * The data that the played applications keep for one browser. They are in Keycloak's store for short-lived objects,
 * which all nodes share. The browser has only the key. Each object has its own entry, so tabs do not overwrite each
 * other.
 */
final class Drawer {

    private static final String PREFIX = "micloud-demo.";
    private static final long QUESTION_SECONDS = 3600;
    private static final long SIGNED_IN_SECONDS = 12 * 3600;

    private final SingleUseObjectProvider store;
    private final String key;

    Drawer(SingleUseObjectProvider store, Visitor visitor) {
        this.store = store;
        this.key = PREFIX + visitor.key();
    }

    void keep(String state, Pending question) {
        store.put(pending(state), QUESTION_SECONDS, entry(question));
    }

    /** Hands a question out, once. */
    Optional<Pending> take(String state) {
        return state.isEmpty() ? Optional.empty() : read(store.remove(pending(state)), Pending.class);
    }

    void keep(SignedIn signedIn) {
        store.put(held(signedIn.clientId()), SIGNED_IN_SECONDS, entry(signedIn));
    }

    Optional<SignedIn> find(String clientId) {
        return read(store.get(held(clientId)), SignedIn.class);
    }

    void discard(String clientId) {
        store.remove(held(clientId));
    }

    private String pending(String state) {
        return key + ".asked." + state;
    }

    private String held(String clientId) {
        return key + ".held." + clientId;
    }

    private static Map<String, String> entry(Object value) {
        try {
            return Map.of(value.getClass().getName(), JsonSerialization.writeValueAsString(value));
        } catch (IOException e) {
            throw new IllegalStateException("Plain data always become JSON.", e);
        }
    }

    private static <T> Optional<T> read(Map<String, String> entry, Class<T> family) {
        if (entry == null) {
            return Optional.empty();
        }
        for (Class<?> member : family.getPermittedSubclasses()) {
            String json = entry.get(member.getName());
            if (json != null) {
                try {
                    return Optional.of(family.cast(JsonSerialization.readValue(json, member)));
                } catch (IOException e) {
                    // Left there by another version of the page.
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
