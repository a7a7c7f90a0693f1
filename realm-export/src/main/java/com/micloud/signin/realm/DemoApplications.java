package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lets the demo page and checks by machine play the applications of the production file. */
final class DemoApplications {

    private static final String MACHINE_CALLBACK = "http://127.0.0.1:9999/callback";

    private final DemoSettings settings;

    DemoApplications(DemoSettings settings) {
        this.settings = settings;
    }

    void adapt(ArrayNode clients) {
        for (var client : clients) {
            if (client.path("protocol").asText().equals("saml")) {
                adaptSaml((ObjectNode) client);
            } else if (client.path("standardFlowEnabled").asBoolean()) {
                // Nobody signs in to any other.
                adaptOidc((ObjectNode) client);
            }
        }
    }

    private void adaptOidc(ObjectNode client) {
        client.put("publicClient", true);
        client.remove("clientAuthenticatorType");
        client.put("baseUrl", settings.demoPage());
        ((ArrayNode) client.get("redirectUris")).add(MACHINE_CALLBACK).add(settings.demoPage() + "/callback");
        client.putArray("webOrigins").add("+");
        var attributes = (ObjectNode) client.get("attributes");
        // Nobody listens at the production addresses, and a log-out must not wait for them.
        attributes.remove("backchannel.logout.url");
        attributes.put("post.logout.redirect.uris", "+##" + settings.demoPage());
    }

    private void adaptSaml(ObjectNode client) {
        var consumer = settings.demoPage() + "/saml";
        client.put("baseUrl", settings.demoPage());
        ((ArrayNode) client.get("redirectUris")).add(consumer);
        var attributes = (ObjectNode) client.get("attributes");
        attributes.put("saml_assertion_consumer_url_post", consumer);
        attributes.remove("saml_single_logout_service_url_post");
        attributes.put("post.logout.redirect.uris", "+##" + settings.demoPage());
    }
}
