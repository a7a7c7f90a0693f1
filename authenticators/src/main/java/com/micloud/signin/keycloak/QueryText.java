package com.micloud.signin.keycloak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Encodes text for the query of an address. A {@link jakarta.ws.rs.core.UriBuilder} takes its input for a template: it
 * replaces braces, and takes a percent sign with two digits for a character. Text that was encoded here passes unchanged.
 */
public final class QueryText {

    private QueryText() {}

    public static String encode(String text) {
        // The builder would encode a plus sign once more.
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
