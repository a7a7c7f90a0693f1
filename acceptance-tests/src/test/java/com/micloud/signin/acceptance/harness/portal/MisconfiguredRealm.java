package com.micloud.signin.acceptance.harness.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** A realm beside the right one in which an operator has made every mistake that the report at start knows. */
public final class MisconfiguredRealm {
    /** Its name. */
    public static final String NAME = "misconfigured";

    private MisconfiguredRealm() {}

    /** Writes the import file: the production realm, and the mistakes. */
    public static Path write(Path folder) throws IOException {
        var realm =
                (ObjectNode) Json.read(Files.readString(Settings.root().resolve("realm-export/micloud-realm.json")));
        realm.put("realm", NAME);
        realm.withObject("/attributes").put("micloud.accountDisclosure", "everyone");
        realm.withObject("/attributes").put("micloud.resetCodeTries", "unlimited");
        realm.withObject("/attributes").put("micloud.expiryWarningDays", "91");
        realm.withObject("/attributes")
                .put("micloud.brandColor", "#0b4a8f;}body{display:none}")
                .put("micloud.brandColorDark", "pale blue")
                .put("micloud.logo", "https://elsewhere.example/logo.png")
                .put("micloud.icon", "http://elsewhere.example/icon.png")
                .put("micloud.links", "Terms=javascript:alert(1)")
                .put("micloud.supportUrl", "www.example.com");
        realm.put("loginTheme", "keycloak.v2").put("emailTheme", "gone");
        browserFlow(realm).forEach(step -> {
            if (step.get("authenticator").asText().equals("micloud-password")) {
                ((ObjectNode) step).put("priority", 5);
            }
        });
        realm.get("requiredActions").forEach(action -> {
            if (Set.of("micloud-guard", "micloud-password-expiry", "UPDATE_PASSWORD")
                    .contains(action.get("alias").asText())) {
                ((ObjectNode) action).put("enabled", false);
            }
        });
        realm.get("clients").forEach(client -> {
            if (client.get("clientId").asText().equals("account-portal")) {
                ((ObjectNode) client).withObject("/attributes").put("micloud.kind", "webb");
            }
            if (Set.of("gccs", "easypop").contains(client.get("clientId").asText())) {
                ((ObjectNode) client).withObject("/attributes").put("login_theme", "base");
            }
            if (client.get("clientId").asText().equals("micloud-change-password")) {
                ((ObjectNode) client).put("enabled", false);
            }
            // As clients are that were there before the bundle was.
            if (Set.of("teamwork-web", "support-site")
                    .contains(client.get("clientId").asText())) {
                ((ObjectNode) client).putArray("defaultClientScopes").add("profile");
            }
        });
        // As realm files of earlier releases have it.
        realm.get("clientScopes").forEach(scope -> {
            if (scope.get("name").asText().equals("micloud")) {
                ((ArrayNode) scope.get("protocolMappers")).remove(1);
            }
        });
        savedUserProfile(realm);
        account(realm, "500001", Map.of("micloud.signInPolicy", "pasword"));
        account(realm, "500002", Map.of("micloud.signInPolicy", "sso-required"));
        account(realm, "500003", Map.of("micloud.partnerLabel", "Twin"));
        account(realm, "500004", Map.of("micloud.partnerLabel", " twin "));
        provider(realm, "oidc-unchecked", "oidc", Map.of("validateSignature", "false"));
        provider(realm, "saml-unchecked", "saml", Map.of());
        provider(realm, "saml-without-keys", "saml", Map.of("validateSignature", "true"));
        provider(realm, "keycloak-checked", "keycloak-oidc", Map.of("validateSignature", "true"));
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(NAME + "-realm.json"), Json.write(realm));
    }

    /** The user profile as an administrator saved it before the bundle was there. */
    private static void savedUserProfile(ObjectNode realm) {
        var profile =
                """
                {"attributes": [{"name": "username", "validations": {"username-prohibited-characters": {}}}, \
                {"name": "email"}]}""";
        realm.withObject("/components")
                .withArray("/org.keycloak.userprofile.UserProfileProvider")
                .addObject()
                .put("providerId", "declarative-user-profile")
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add(profile);
    }

    private static Iterable<JsonNode> browserFlow(ObjectNode realm) {
        for (var flow : realm.get("authenticationFlows")) {
            if (flow.get("alias").equals(realm.get("browserFlow"))) {
                return flow.get("authenticationExecutions");
            }
        }
        throw new IllegalStateException("The production realm has no browser flow of its own.");
    }

    private static void provider(ObjectNode realm, String alias, String type, Map<String, String> settings) {
        var provider = realm.withArray("/identityProviders").addObject();
        provider.put("alias", alias).put("providerId", type).put("enabled", true);
        var config = provider.putObject("config")
                .put("authorizationUrl", "https://elsewhere.example/auth")
                .put("tokenUrl", "https://elsewhere.example/token")
                .put("useJwksUrl", "true")
                .put("jwksUrl", "https://elsewhere.example/keys")
                .put("clientId", "portal")
                .put("singleSignOnServiceUrl", "https://elsewhere.example/sso");
        settings.forEach(config::put);
    }

    private static void account(ObjectNode realm, String number, Map<String, String> attributes) {
        var account = realm.withArray("/organizations").addObject();
        account.put("name", "Account " + number).put("alias", number).put("enabled", true);
        attributes.forEach((name, value) ->
                account.withObject("/attributes").putArray(name).add(value));
    }
}
