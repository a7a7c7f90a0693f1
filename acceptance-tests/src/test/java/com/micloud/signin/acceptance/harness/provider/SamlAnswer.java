package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A SAML response before it is signed; each field can be changed. */
public final class SamlAnswer {
    private final Map<String, String> fields = new LinkedHashMap<>();
    private boolean assertionSigned = true;
    private Keys keys;

    SamlAnswer(Keys keys) {
        this.keys = keys;
        var now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        set("id", "_" + UUID.randomUUID());
        set("assertionId", "_" + UUID.randomUUID());
        set("issueInstant", now.toString());
        set("notBefore", now.minusSeconds(30).toString());
        set("notOnOrAfter", now.plusSeconds(120).toString());
        set("status", "urn:oasis:names:tc:SAML:2.0:status:Success");
        set("format", "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress");
    }

    /**
     * Sets a field: `id`, `assertionId`, `issueInstant`, `notBefore`, `notOnOrAfter`, `status`, `format`, `nameId`,
     * `issuer`, `audience`, `destination`, `inResponseTo`.
     */
    public SamlAnswer set(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Leaves the signature away. */
    public SamlAnswer unsigned() {
        assertionSigned = false;
        return this;
    }

    /** Signs with a key that nobody knows. */
    public SamlAnswer signedWithAnUnknownKey() {
        keys = Keys.make();
        return this;
    }

    /** The response as it is posted, in Base64. */
    String encoded() {
        var document = SamlXml.parse(xml());
        if (assertionSigned && fields.get("status").endsWith(":Success")) {
            SamlXml.sign(SamlXml.only(document, "Assertion"), keys.privateKey());
        }
        return SamlXml.encode(SamlXml.write(document));
    }

    private String xml() {
        var success = fields.get("status").endsWith(":Success");
        return """
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s" \
                Destination="%s"%s><saml:Issuer>%s</saml:Issuer>\
                <samlp:Status><samlp:StatusCode Value="%s"/></samlp:Status>%s</samlp:Response>"""
                .formatted(
                        get("id"),
                        get("issueInstant"),
                        get("destination"),
                        inResponseTo(),
                        get("issuer"),
                        get("status"),
                        success ? assertion() : "");
    }

    private String assertion() {
        return """
                <saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" \
                IssueInstant="%s"><saml:Issuer>%s</saml:Issuer><saml:Subject><saml:NameID Format="%s">%s</saml:NameID>\
                <saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData \
                NotOnOrAfter="%s" Recipient="%s"%s/></saml:SubjectConfirmation></saml:Subject>\
                <saml:Conditions NotBefore="%s" NotOnOrAfter="%s"><saml:AudienceRestriction><saml:Audience>%s\
                </saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="%s" \
                SessionIndex="%s"><saml:AuthnContext><saml:AuthnContextClassRef>\
                urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef>\
                </saml:AuthnContext></saml:AuthnStatement></saml:Assertion>"""
                .formatted(
                        get("assertionId"),
                        get("issueInstant"),
                        get("issuer"),
                        get("format"),
                        get("nameId"),
                        get("notOnOrAfter"),
                        get("destination"),
                        inResponseTo(),
                        get("notBefore"),
                        get("notOnOrAfter"),
                        get("audience"),
                        get("issueInstant"),
                        get("assertionId"));
    }

    private String inResponseTo() {
        return get("inResponseTo").isEmpty() ? "" : " InResponseTo=\"" + get("inResponseTo") + "\"";
    }

    private String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
