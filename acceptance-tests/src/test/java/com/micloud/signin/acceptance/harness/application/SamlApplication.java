package com.micloud.signin.acceptance.harness.application;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.saml.SamlXml;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A SAML application as its developer writes it: requests by redirect, answers by post, signatures verified. */
public final class SamlApplication {
    /** Where the application of the tests takes its answers. */
    public static final URI CONSUMER = URI.create("http://127.0.0.1:9999/saml");

    /** An answer that was verified: who signed in, and the attributes. */
    public record Assertion(String nameId, String inResponseTo, Map<String, List<String>> attributes) {
        /** The only value of an attribute, empty when it is not there. */
        public String attribute(String name) {
            var values = attributes.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /** A request that was made: the address for the browser and the id that the answer must name. */
    public record Request(URI url, String id) {}

    private final Portal portal;
    private final String entityId;
    private final URI consumer;

    /** An application with this entity id, which takes its answers at this address. */
    public SamlApplication(Portal portal, String entityId, URI consumer) {
        this.portal = portal;
        this.entityId = entityId;
        this.consumer = consumer;
    }

    /** Makes a new authentication request. */
    public Request begin() {
        return begin("");
    }

    /** Makes a new authentication request with further attributes of its root element, such as `ForceAuthn`. */
    public Request begin(String rootAttributes) {
        var id = "_" + UUID.randomUUID();
        var endpoint = portal.realm("protocol/saml");
        var request =
                """
                <samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" \
                xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="%s" Version="2.0" IssueInstant="%s" \
                Destination="%s" AssertionConsumerServiceURL="%s" \
                ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" %s><saml:Issuer>%s</saml:Issuer>\
                </samlp:AuthnRequest>"""
                        .formatted(
                                id,
                                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                                endpoint,
                                consumer,
                                rootAttributes,
                                entityId);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("SAMLRequest", SamlXml.deflate(request));
        parameters.put("RelayState", "relay-" + id);
        return new Request(URI.create(endpoint + "?" + Parameters.encode(parameters)), id);
    }

    /** Verifies the answer that the browser brought. */
    public Assertion accept(Request request, Tab tab) {
        if (!tab.arrival().equals(consumer)) {
            throw new AssertionError("Not the application's address: " + tab);
        }
        if (!tab.posted().getOrDefault("RelayState", "").equals("relay-" + request.id())) {
            throw new AssertionError("The relay state did not come back");
        }
        return accept(request, tab.posted().get("SAMLResponse"));
    }

    /** Verifies an answer in Base64. */
    public Assertion accept(Request request, String encoded) {
        var response = SamlXml.parse(SamlXml.decode(encoded));
        SamlXml.verify(response, portal.signingCertificate());
        var status = SamlXml.only(response, "StatusCode").getAttribute("Value");
        if (!status.endsWith(":Success")) {
            throw new AssertionError("The portal answered " + status);
        }
        var root = response.getDocumentElement();
        if (!request.id().equals(root.getAttribute("InResponseTo"))) {
            throw new AssertionError("The answer is to another request");
        }
        return new Assertion(
                SamlXml.only(response, "NameID").getTextContent(),
                root.getAttribute("InResponseTo"),
                attributes(response));
    }

    private Map<String, List<String>> attributes(Document response) {
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var attribute : SamlXml.all(response, "Attribute")) {
            attributes.put(
                    attribute.getAttribute("Name"),
                    SamlXml.all(attribute, "AttributeValue").stream()
                            .map(Element::getTextContent)
                            .toList());
        }
        return attributes;
    }
}
