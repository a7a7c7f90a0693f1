package com.micloud.signin.acceptance.harness;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Parameters of queries and of forms. */
public final class Parameters {
    private Parameters() {}

    /** Encodes for a query or an `application/x-www-form-urlencoded` body. */
    public static String encode(Map<String, String> parameters) {
        var joiner = new StringJoiner("&");
        parameters.forEach((name, value) -> joiner.add(encode(name) + "=" + encode(value)));
        return joiner.toString();
    }

    /** Encodes one name or value. */
    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Decodes a query or body; of a doubled name the last one counts. */
    public static Map<String, String> decode(String encoded) {
        var parameters = new LinkedHashMap<String, String>();
        if (encoded == null) {
            return parameters;
        }
        for (var pair : encoded.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    /** The query and the fragment of an address. */
    public static Map<String, String> of(URI address) {
        var raw = address.toString();
        var parameters = new LinkedHashMap<String, String>();
        var hash = raw.indexOf('#');
        var question = raw.indexOf('?');
        if (question >= 0) {
            parameters.putAll(decode(raw.substring(question + 1, hash > question ? hash : raw.length())));
        }
        if (hash >= 0) {
            parameters.putAll(decode(raw.substring(hash + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
