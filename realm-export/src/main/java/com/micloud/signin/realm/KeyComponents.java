package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A realm's key providers when one key is known beforehand. */
final class KeyComponents {

    private static final String PROVIDER_TYPE = "org.keycloak.keys.KeyProvider";

    private KeyComponents() {}

    /** A server that finds any key provider in the file makes none by itself, so the others are listed as well. */
    static void install(ObjectNode realm, SigningKey key) {
        var providers = JsonNodeFactory.instance.arrayNode();
        var known = component("rsa-known", "rsa", "100");
        config(known).putArray("privateKey").add(key.privateKey());
        config(known).putArray("certificate").add(key.certificate());
        config(known).putArray("algorithm").add("RS256");
        providers.add(known);
        var encryption = component("rsa-enc-generated", "rsa-enc-generated", "100");
        config(encryption).putArray("algorithm").add("RSA-OAEP");
        providers.add(encryption);
        var hmac = component("hmac-generated-hs512", "hmac-generated", "100");
        config(hmac).putArray("algorithm").add("HS512");
        providers.add(hmac);
        providers.add(component("aes-generated", "aes-generated", "100"));
        var components = realm.has("components") ? (ObjectNode) realm.get("components") : realm.putObject("components");
        components.set(PROVIDER_TYPE, providers);
    }

    private static ObjectNode component(String name, String providerId, String priority) {
        var component = JsonNodeFactory.instance.objectNode().put("name", name).put("providerId", providerId);
        component.putObject("config").putArray("priority").add(priority);
        return component;
    }

    private static ObjectNode config(ObjectNode component) {
        return (ObjectNode) component.get("config");
    }
}
