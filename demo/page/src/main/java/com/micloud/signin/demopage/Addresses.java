package com.micloud.signin.demopage;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where things are, as the browser sees them.
 *
 * @param realm the address of the realm, which is also the issuer of its tokens
 */
record Addresses(String realm) {

    String demo() {
        return realm + "/demo";
    }

    String demo(String page) {
        return demo() + "/" + page;
    }

    String callback() {
        return demo("callback");
    }

    String saml() {
        return demo("saml");
    }

    String application(String clientId) {
        return demo("application") + "?" + query(Map.of("client_id", clientId));
    }

    String authorization() {
        return realm + "/protocol/openid-connect/auth";
    }

    String endSession() {
        return realm + "/protocol/openid-connect/logout";
    }

    String samlEndpoint() {
        return realm + "/protocol/saml";
    }

    /** The path under which the browser sends the page's cookie back. */
    String cookiePath() {
        return URI.create(demo()).getRawPath();
    }

    boolean encrypted() {
        return realm.startsWith("https:");
    }

    /** Parameters as they stand in a query or in a posted form. */
    static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
