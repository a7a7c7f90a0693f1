package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A provider that speaks OpenID Connect: code flow with PKCE, and {@code preferred_username} is the e-mail address.
 *
 * @param secret the portal's secret at this provider
 */
record OidcStandIn(String alias, DemoSettings settings, String secret) implements StandIn {

    private static final String CLIENT_ID = "micloud-signin";

    @Override
    public void describePortal(ObjectNode realm) {
        var client = realm.withArray("clients")
                .addObject()
                .put("clientId", CLIENT_ID)
                .put("name", "MiCloud")
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("secret", secret)
                .put("standardFlowEnabled", true)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("serviceAccountsEnabled", false)
                .put("fullScopeAllowed", false);
        client.putArray("redirectUris").add(settings.brokerUrl(alias));
        client.putArray("webOrigins");
        client.putArray("defaultClientScopes").add("basic").add("acr").add("email");
        client.putArray("optionalClientScopes");
        client.putObject("attributes")
                .put("pkce.code.challenge.method", "S256")
                .put("post.logout.redirect.uris", settings.brokerUrl(alias) + "/logout_response");
        var mappers = client.putArray("protocolMappers");
        claim(mappers, "preferred_username", "email");
        claim(mappers, "given_name", "firstName");
        claim(mappers, "family_name", "lastName");
    }

    @Override
    public void describeProvider(ObjectNode identityProvider) {
        var protocol = settings.realmUrl(alias) + "/protocol/openid-connect";
        identityProvider.put("providerId", "oidc");
        ((ObjectNode) identityProvider.get("config"))
                .put("issuer", settings.realmUrl(alias))
                .put("authorizationUrl", protocol + "/auth")
                .put("tokenUrl", protocol + "/token")
                .put("jwksUrl", protocol + "/certs")
                .put("logoutUrl", protocol + "/logout")
                .put("useJwksUrl", "true")
                .put("validateSignature", "true")
                .put("clientId", CLIENT_ID)
                .put("clientSecret", secret)
                .put("clientAuthMethod", "client_secret_post")
                .put("pkceEnabled", "true")
                .put("pkceMethod", "S256")
                .put("defaultScope", "openid email")
                .put("backchannelSupported", "false");
    }

    private static void claim(ArrayNode mappers, String claim, String property) {
        var mapper = mappers.addObject()
                .put("name", claim)
                .put("protocol", "openid-connect")
                .put("protocolMapper", "oidc-usermodel-property-mapper")
                .put("consentRequired", false);
        mapper.putObject("config")
                .put("user.attribute", property)
                .put("claim.name", claim)
                .put("jsonType.label", "String")
                .put("id.token.claim", "true")
                .put("access.token.claim", "false")
                .put("userinfo.token.claim", "true");
    }
}
