package com.micloud.signin.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns a page into one on which every value that somebody else can choose tries to break out of its place. */
final class Hostile {

    static final String MARK = "hostile-text";

    private static final String TEXT = "\"'><x-hostile onhostile=\"1\">" + MARK + "</x-hostile><!--${7*7}";

    /** Chosen by our code, and the key to what the page shows. */
    private static final Set<String> OWN = Set.of("mode");

    private Hostile() {}

    static Page make(Page page) {
        Page hostile = page.micloud(spoilMap(page.model().get("micloud")))
                .named(page.name() + "-hostile")
                .with("traceId", TEXT)
                .with("auth", new Beans.Auth(TEXT, List.of()));
        if (page.model().get("message") instanceof Beans.Message message) {
            hostile = hostile.with("message", new Beans.Message(message.getType(), TEXT));
        }
        if (page.model().containsKey("client")) {
            Map<String, Object> client = spoilMap(page.model().get("client"));
            hostile = hostile.with("client", client);
        }
        return hostile;
    }

    private static Map<String, Object> spoilMap(Object map) {
        Map<String, Object> spoilt = new LinkedHashMap<>();
        ((Map<?, ?>) map).forEach((key, value) -> spoilt.put((String) key, OWN.contains(key) ? value : spoil(value)));
        return spoilt;
    }

    private static Object spoil(Object value) {
        if (value instanceof String) {
            return TEXT;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Hostile::spoil).toList();
        }
        return value instanceof Map<?, ?> map ? spoilMap(map) : value;
    }
}
