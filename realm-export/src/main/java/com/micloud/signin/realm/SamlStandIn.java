package com.micloud.signin.realm;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A provider that speaks SAML 2.0: requests and assertions are signed, and the name is the e-mail address.
 *
 * @param own key of the stand-in realm
 * @param portal key of the portal's realm
 */
record SamlStandIn(String alias, DemoSettings settings, SigningKey own, SigningKey portal) implements StandIn {

    @Override
    public void describePortal(ObjectNode realm) {
        KeyComponents.install(realm, own);
        var client = realm.withArray("clients")
                .addObject()
                .put("clientId", settings.realmUrl(DemoRealm.NAME))
                .put("name", "MiCloud")
                .put("enabled", true)
                .put("protocol", "saml")
                .put("frontchannelLogout", true)
                .put("fullScopeAllowed", false);
        client.putArray("redirectUris").add(settings.brokerUrl(alias));
        client.putArray("defaultClientScopes");
        client.putArray("optionalClientScopes");
        client.putObject("attributes")
                .put("saml.authnstatement", "true")
                .put("saml.assertion.signature", "true")
                .put("saml.server.signature", "true")
                .put("saml.client.signature", "true")
                .put("saml.signature.algorithm", "RSA_SHA256")
                .put("saml.signing.certificate", portal.certificate())
                .put("saml.force.post.binding", "true")
                .put("saml_name_id_format", "email")
                .put("saml_force_name_id_format", "true")
                .put("saml_assertion_consumer_url_post", settings.brokerUrl(alias))
                .put("saml_single_logout_service_url_post", settings.brokerUrl(alias));
    }

    @Override
    public void describeProvider(ObjectNode identityProvider) {
        var endpoint = settings.realmUrl(alias) + "/protocol/saml";
        identityProvider.put("providerId", "saml");
        ((ObjectNode) identityProvider.get("config"))
                .put("entityId", settings.realmUrl(DemoRealm.NAME))
                .put("idpEntityId", settings.realmUrl(alias))
                .put("singleSignOnServiceUrl", endpoint)
                .put("singleLogoutServiceUrl", endpoint)
                .put("nameIDPolicyFormat", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress")
                .put("principalType", "SUBJECT")
                .put("postBindingResponse", "true")
                .put("postBindingAuthnRequest", "false")
                .put("postBindingLogout", "true")
                .put("wantAuthnRequestsSigned", "true")
                .put("wantAssertionsSigned", "true")
                .put("validateSignature", "true")
                .put("signatureAlgorithm", "RSA_SHA256")
                .put("signingCertificate", own.certificate())
                .put("backchannelSupported", "false");
    }
}
