package com.micloud.signin.acceptance.harness.plain;

import java.net.HttpCookie;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cookies as a browser keeps them for `http://localhost`: by host, name and path, whatever the port. The JDK's own
 * cookie manager holds back Secure cookies there, browsers do not.
 */
final class Cookies {
    private record Key(String host, String name, String path) {}

    private final Map<Key, String> values = new LinkedHashMap<>();
    private final Set<Key> lasting = new HashSet<>();

    synchronized void take(URI from, List<String> headers) {
        for (var header : headers) {
            for (var cookie : HttpCookie.parse("Set-Cookie: " + header)) {
                var path = cookie.getPath() == null || cookie.getPath().isBlank() ? "/" : cookie.getPath();
                var key = new Key(from.getHost(), cookie.getName(), path);
                if (cookie.getMaxAge() == 0) {
                    values.remove(key);
                } else {
                    values.put(key, cookie.getValue());
                }
                if (cookie.getMaxAge() > 0) {
                    lasting.add(key);
                } else {
                    lasting.remove(key);
                }
            }
        }
    }

    synchronized Optional<String> headerFor(URI address) {
        var header = values.entrySet().stream()
                .filter(cookie -> sentTo(cookie.getKey(), address))
                .map(cookie -> cookie.getKey().name() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return header.isEmpty() ? Optional.empty() : Optional.of(header);
    }

    synchronized Optional<String> value(String name) {
        return values.entrySet().stream()
                .filter(cookie -> cookie.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    synchronized List<String> names() {
        return values.keySet().stream().map(Key::name).distinct().toList();
    }

    synchronized void set(String host, String path, String name, String value) {
        values.put(new Key(host, name, path), value);
    }

    synchronized void forget(String name) {
        values.keySet().removeIf(cookie -> cookie.name().equals(name));
    }

    /** Forgets those that were set without an end. */
    synchronized void forgetThoseOfTheSession() {
        values.keySet().retainAll(lasting);
    }

    synchronized void forgetAll() {
        values.clear();
    }

    private static boolean sentTo(Key cookie, URI address) {
        var path = address.getPath() == null || address.getPath().isEmpty() ? "/" : address.getPath();
        var matches = path.equals(cookie.path())
                || (path.startsWith(cookie.path())
                        && (cookie.path().endsWith("/")
                                || path.charAt(cookie.path().length()) == '/'));
        return matches && cookie.host().equals(address.getHost());
    }
}
