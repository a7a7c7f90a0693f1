package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;

/**
 * What a generated demo realm depends on beside its description.
 *
 * @param baseUrl where the server will be found, without a slash at the end
 * @param now the moment from which password ages count
 * @param overlay further accounts, people, providers and raw realm settings, in the form of {@code demo.json}
 */
public record DemoSettings(String baseUrl, String smtpHost, int smtpPort, Instant now, JsonNode overlay) {

    public DemoSettings {
        if (baseUrl.endsWith("/")) {
            throw new IllegalArgumentException("The base URL must not end with a slash: " + baseUrl);
        }
    }

    /** The demo as the run command shows it. */
    public static DemoSettings standard() {
        return new DemoSettings(
                "http://localhost:8080", "localhost", 1025, Instant.now(), JsonNodeFactory.instance.objectNode());
    }

    public DemoSettings withBaseUrl(String url) {
        return new DemoSettings(url, smtpHost, smtpPort, now, overlay);
    }

    public DemoSettings withSmtp(String host, int port) {
        return new DemoSettings(baseUrl, host, port, now, overlay);
    }

    public DemoSettings withNow(Instant moment) {
        return new DemoSettings(baseUrl, smtpHost, smtpPort, moment, overlay);
    }

    /** Replaces the overlay; entries of lists merge with those of the same name, others are added. */
    public DemoSettings withOverlay(JsonNode more) {
        return new DemoSettings(baseUrl, smtpHost, smtpPort, now, more);
    }

    String realmUrl(String realm) {
        return baseUrl + "/realms/" + realm;
    }

    String brokerUrl(String alias) {
        return realmUrl(DemoRealm.NAME) + "/broker/" + alias + "/endpoint";
    }

    String demoPage() {
        return realmUrl(DemoRealm.NAME) + "/demo";
    }
}
