package com.micloud.signin.acceptance.harness.portal;

import java.util.Map;

/** What Keycloak recorded about one step of somebody; texts are empty where Keycloak recorded nothing. */
public record Event(String type, String error, String userId, String clientId, Map<String, String> details) {
    /** A detail, empty when it is not there. */
    public String detail(String key) {
        return details.getOrDefault(key, "");
    }
}
