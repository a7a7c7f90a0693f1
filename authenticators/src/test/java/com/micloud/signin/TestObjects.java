package com.micloud.signin;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.keycloak.models.SingleUseObjectProvider;

/** Single-use objects for tests, kept in memory, whose time passes when the test says so. */
public final class TestObjects {

    private final Map<String, Map<String, String>> objects = new HashMap<>();
    private final Map<String, Long> ends = new HashMap<>();
    private long now;

    /** Lets so many seconds pass. */
    public void pass(long seconds) {
        now += seconds;
        objects.keySet().removeIf(key -> ends.get(key) <= now);
    }

    public SingleUseObjectProvider provider() {
        return (SingleUseObjectProvider) Proxy.newProxyInstance(
                TestObjects.class.getClassLoader(),
                new Class<?>[] {SingleUseObjectProvider.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments));
    }

    @SuppressWarnings("unchecked")
    private Object answer(String method, Object[] arguments) {
        String key = (String) arguments[0];
        return switch (method) {
            case "get" -> objects.get(key);
            case "contains" -> objects.containsKey(key);
            case "remove" -> objects.remove(key);
            case "putIfAbsent" -> objects.containsKey(key) ? false : put(key, (long) arguments[1], Map.of());
            case "put" -> {
                put(key, (long) arguments[1], (Map<String, String>) arguments[2]);
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private boolean put(String key, long seconds, Map<String, String> notes) {
        ends.put(key, now + seconds);
        objects.put(key, notes);
        return true;
    }
}
