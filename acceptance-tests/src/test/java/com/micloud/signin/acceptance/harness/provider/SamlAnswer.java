package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A SAML response before it is signed; each field can be changed. */
public final class SamlAnswer {
    /** What of a response is signed. */
    public enum Signed {
        NOTHING,
        ASSERTION,
        RESPONSE,
        BOTH
    }

    private final Map<String, String> fields = new LinkedHashMap<>();
    private Signed signed = Signed.ASSERTION;
    private Keys keys;
    private Consumer<Document> beforeSigning = document -> {};
    private Consumer<Document> afterSigning = document -> {};
    private UnaryOperator<String> writing = UnaryOperator.identity();
    private UnaryOperator<String> onTheWay = UnaryOperator.identity();

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
     * Sets a field: `id`, `assertionId`, `issueInstant`, `notBefore`, `notOnOrAfter`, `status`, `subStatus`,
     * `statusMessage`, `format`, `nameId`, `issuer`, `audience`, `destination`, `inResponseTo`. Unless set themselves,
     * `assertionIssuer` is the issuer, `recipient` the destination, `assertionInResponseTo` what the response says, and
     * `authnInstant` the time of issue.
     */
    public SamlAnswer set(String field, String value) {
        fields.put(field, value);
        return this;
    }

    /** Leaves the signature away. */
    public SamlAnswer unsigned() {
        return signed(Signed.NOTHING);
    }

    /** Signs this much of it. */
    public SamlAnswer signed(Signed part) {
        signed = part;
        return this;
    }

    /** Signs with a key that nobody knows. */
    public SamlAnswer signedWithAnUnknownKey() {
        keys = Keys.make();
        return this;
    }

    /** Adds a second assertion, about somebody else; signed as the first one is, or added after the signing. */
    public SamlAnswer secondAssertion(String nameId, boolean signedAsWell) {
        Consumer<Document> adding = document -> {
            var second = (Element) SamlXml.only(document, "Assertion").cloneNode(true);
            second.setAttribute("ID", "_" + UUID.randomUUID());
            SamlXml.only(second, "NameID").setTextContent(nameId);
            SamlXml.all(second, "Signature")
                    .forEach(signature -> signature.getParentNode().removeChild(signature));
            document.getDocumentElement().appendChild(second);
        };
        if (signedAsWell) {
            beforeSigning = adding;
        } else {
            afterSigning = adding;
        }
        return this;
    }

    /** Changes the text of the message before it is signed, as a provider with other habits would. */
    public SamlAnswer written(UnaryOperator<String> change) {
        writing = change;
        return this;
    }

    /** Wraps the signed part so that somebody else seems to be named by it. */
    public SamlAnswer wrapped(SignatureWrapping way, String nameId) {
        signed = way.responseSigned() ? Signed.RESPONSE : Signed.ASSERTION;
        afterSigning = document -> way.wrap(document, nameId);
        return this;
    }

    /** Changes the text of the message after everything else, as somebody on its way could. */
    public SamlAnswer changedOnTheWay(UnaryOperator<String> change) {
        onTheWay = change;
        return this;
    }

    /** The message as text. */
    String written() {
        var document = SamlXml.parse(writing.apply(xml()));
        beforeSigning.accept(document);
        if (signed == Signed.ASSERTION || signed == Signed.BOTH) {
            SamlXml.all(document, "Assertion").forEach(assertion -> SamlXml.sign(assertion, keys.privateKey()));
        }
        if (signed == Signed.RESPONSE || signed == Signed.BOTH) {
            SamlXml.sign(document.getDocumentElement(), keys.privateKey());
        }
        afterSigning.accept(document);
        return onTheWay.apply(SamlXml.write(document));
    }

    private String xml() {
        var success = fields.get("status").endsWith(":Success");
        return """
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s" \
                Destination="%s"%s><saml:Issuer>%s</saml:Issuer>\
                <samlp:Status>%s</samlp:Status>%s</samlp:Response>"""
                .formatted(
                        get("id"),
                        get("issueInstant"),
                        get("destination"),
                        inResponseTo(get("inResponseTo")),
                        get("issuer"),
                        status(),
                        success ? assertion() : "");
    }

    private String status() {
        var subStatus = get("subStatus").isEmpty() ? "" : "<samlp:StatusCode Value=\"" + get("subStatus") + "\"/>";
        var message = get("statusMessage").isEmpty()
                ? ""
                : "<samlp:StatusMessage>" + get("statusMessage") + "</samlp:StatusMessage>";
        return "<samlp:StatusCode Value=\"" + get("status") + "\">" + subStatus + "</samlp:StatusCode>" + message;
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
                        fields.getOrDefault("assertionIssuer", get("issuer")),
                        get("format"),
                        get("nameId"),
                        get("notOnOrAfter"),
                        fields.getOrDefault("recipient", get("destination")),
                        inResponseTo(fields.getOrDefault("assertionInResponseTo", get("inResponseTo"))),
                        get("notBefore"),
                        get("notOnOrAfter"),
                        get("audience"),
                        fields.getOrDefault("authnInstant", get("issueInstant")),
                        get("assertionId"));
    }

    private static String inResponseTo(String id) {
        return id.isEmpty() ? "" : " InResponseTo=\"" + id + "\"";
    }

    private String get(String field) {
        return fields.getOrDefault(field, "");
    }
}
