package com.micloud.signin.acceptance.harness.application;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusCodeType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.rotation.KeyLocator;
import org.keycloak.saml.BaseSAML2BindingBuilder;
import org.keycloak.saml.SAML2AuthnRequestBuilder;
import org.keycloak.saml.SAML2LogoutRequestBuilder;
import org.keycloak.saml.SAML2NameIDBuilder;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.request.SAML2Request;
import org.keycloak.saml.processing.api.saml.v2.sig.SAML2Signature;
import org.keycloak.saml.validators.ConditionsValidator;
import org.keycloak.saml.validators.DestinationValidator;
import org.w3c.dom.Document;

/**
 * A SAML application as its developer writes it, with Keycloak's own SAML classes: requests by redirect, answers by post,
 * of which signature, addressee, audience, time and the request they answer are checked.
 */
public final class SamlApplication {
    /** Where the application of the tests takes its answers. */
    public static final URI CONSUMER = URI.create("http://127.0.0.1:9999/saml");

    private static final int CLOCK_SKEW_MILLIS = 10_000;

    /** An answer that was verified: who signed in, in which session, and the attributes. */
    public record Assertion(
            String nameId, String sessionIndex, String inResponseTo, Map<String, List<String>> attributes) {
        /** The only value of an attribute, empty when it is not there. */
        public String attribute(String name) {
            var values = attributes.getOrDefault(name, List.of());
            return values.isEmpty() ? "" : values.get(0);
        }
    }

    /** A request that was made: the address for the browser, the id that the answer must name, and the relay state. */
    public record Request(URI url, String id, String relayState) {}

    private final Portal portal;
    private final String entityId;

    private SamlApplication(Portal portal, String entityId) {
        this.portal = portal;
        this.entityId = entityId;
    }

    /** The application with this entity id. */
    public static SamlApplication of(Portal portal, String entityId) {
        return new SamlApplication(portal, entityId);
    }

    /** A new application with these attributes. */
    public static SamlApplication made(Portal portal, Map<String, String> attributes) {
        return of(portal, portal.admin().samlApplication(CONSUMER, attributes));
    }

    /** The entity id. */
    public String entityId() {
        return entityId;
    }

    /** Makes a new authentication request. */
    public Request begin() {
        return begin(request -> request);
    }

    /** Makes a new authentication request that asks for more, such as `ForceAuthn`, or names the user. */
    public Request begin(UnaryOperator<SAML2AuthnRequestBuilder> more) {
        var request = more.apply(new SAML2AuthnRequestBuilder()
                        .issuer(entityId)
                        .destination(endpoint())
                        .assertionConsumerUrl(CONSUMER)
                        .protocolBinding(JBossSAMLURIConstants.SAML_HTTP_POST_BINDING.get()))
                .createAuthnRequest();
        return sent(request.getID(), () -> SAML2Request.convert(request));
    }

    /** Makes a request to sign out of the session of this assertion. */
    public Request signOut(Assertion assertion) {
        try {
            var request = new SAML2LogoutRequestBuilder()
                    .issuer(entityId)
                    .destination(endpoint())
                    .nameId(SAML2NameIDBuilder.value(assertion.nameId()).build())
                    .sessionIndex(assertion.sessionIndex())
                    .createLogoutRequest();
            return sent(request.getID(), () -> SAML2Request.convert(request));
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Verifies the answer that the browser brought. */
    public Assertion accept(Request request, Tab tab) {
        return accept(request, answer(request, tab));
    }

    /** The status that a refusing answer of the portal gives, the inner one where there are two. */
    public String refusal(Request request, Tab tab) {
        return status(response(request, answer(request, tab)));
    }

    private String answer(Request request, Tab tab) {
        if (!tab.arrival().equals(CONSUMER)) {
            throw new AssertionError("Not the application's address: " + tab);
        }
        if (!request.relayState().equals(tab.posted().get("RelayState"))) {
            throw new AssertionError("The relay state did not come back");
        }
        return tab.posted().get("SAMLResponse");
    }

    /** Verifies the portal's answer to a request to sign out, which comes by redirect or by post. */
    public void acceptSignedOut(Request request, Tab tab) {
        var query = Parameters.of(tab.arrival());
        var holder = query.containsKey("SAMLResponse")
                ? SAMLRequestParser.parseResponseRedirectBinding(query.get("SAMLResponse"))
                : SAMLRequestParser.parseResponsePostBinding(tab.posted().get("SAMLResponse"));
        if (!(holder.getSamlObject() instanceof StatusResponseType response)
                || !request.id().equals(response.getInResponseTo())
                || !status(response).equals(JBossSAMLURIConstants.STATUS_SUCCESS.get())) {
            throw new AssertionError("Not the answer that the session has ended: " + tab);
        }
    }

    /** Verifies an answer in Base64. */
    public Assertion accept(Request request, String encoded) {
        var response = response(request, encoded);
        if (!status(response).equals(JBossSAMLURIConstants.STATUS_SUCCESS.get())) {
            throw new AssertionError("The portal answered " + status(response));
        }
        if (response.getAssertions().size() != 1
                || response.getAssertions().get(0).getAssertion() == null) {
            throw new AssertionError("Not exactly one assertion that can be read");
        }
        var assertion = response.getAssertions().get(0).getAssertion();
        check(request, assertion);
        return held(request, assertion);
    }

    private ResponseType response(Request request, String encoded) {
        var holder = SAMLRequestParser.parseResponsePostBinding(encoded);
        if (holder == null || !(holder.getSamlObject() instanceof ResponseType response)) {
            throw new AssertionError("Not a SAML response");
        }
        try {
            if (!new SAML2Signature().validate(holder.getSamlDocument(), keys())) {
                throw new AssertionError("The signature is not good");
            }
        } catch (ProcessingException e) {
            throw new AssertionError("The signature could not be read", e);
        }
        if (!CONSUMER.toString().equals(response.getDestination())) {
            throw new AssertionError("The answer was sent to another address");
        }
        if (!request.id().equals(response.getInResponseTo())) {
            throw new AssertionError("The answer is to another request");
        }
        return response;
    }

    private void check(Request request, AssertionType assertion) {
        if (!portal.issuer().toString().equals(assertion.getIssuer().getValue())) {
            throw new AssertionError("The assertion is not the portal's");
        }
        var confirmed = assertion.getSubject().getConfirmation().stream()
                .map(confirmation -> confirmation.getSubjectConfirmationData())
                .filter(Objects::nonNull)
                .anyMatch(data -> confirms(data, request));
        if (!confirmed) {
            throw new AssertionError("The assertion is not confirmed for this application and this request");
        }
        var valid = new ConditionsValidator.Builder(
                        assertion.getID(),
                        assertion.getConditions(),
                        DestinationValidator.forProtocolMap(new String[0]))
                .clockSkewInMillis(CLOCK_SKEW_MILLIS)
                .addAllowedAudience(URI.create(entityId))
                .build()
                .isValid();
        if (!valid) {
            throw new AssertionError("The assertion is meant for another application or for another time");
        }
    }

    private boolean confirms(SubjectConfirmationDataType data, Request request) {
        return request.id().equals(data.getInResponseTo())
                && CONSUMER.toString().equals(data.getRecipient())
                && data.getNotOnOrAfter() != null;
    }

    private static Assertion held(Request request, AssertionType assertion) {
        var name = (NameIDType) assertion.getSubject().getSubType().getBaseID();
        var sessionIndex = "";
        var attributes = new LinkedHashMap<String, List<String>>();
        for (var statement : assertion.getStatements()) {
            if (statement instanceof AuthnStatementType authentication) {
                sessionIndex = authentication.getSessionIndex();
            } else if (statement instanceof AttributeStatementType statements) {
                statements.getAttributes().forEach(choice -> attributes
                        .computeIfAbsent(choice.getAttribute().getName(), key -> new ArrayList<>())
                        .addAll(choice.getAttribute().getAttributeValue().stream()
                                .map(String::valueOf)
                                .toList()));
            }
        }
        return new Assertion(name.getValue(), sessionIndex, request.id(), attributes);
    }

    private static String status(StatusResponseType response) {
        StatusCodeType code = response.getStatus().getStatusCode();
        return String.valueOf(
                code.getStatusCode() == null
                        ? code.getValue()
                        : code.getStatusCode().getValue());
    }

    private interface Written {
        Document document() throws ProcessingException, ConfigurationException, ParsingException;
    }

    private Request sent(String id, Written message) {
        var relayState = UUID.randomUUID().toString();
        try {
            var binding = new BaseSAML2BindingBuilder<>();
            binding.relayState(relayState);
            return new Request(binding.redirectBinding(message.document()).requestURI(endpoint()), id, relayState);
        } catch (ProcessingException | ConfigurationException | ParsingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String endpoint() {
        return portal.realm("protocol/saml").toString();
    }

    private KeyLocator keys() {
        var encoded = portal.signingCertificate();
        try {
            return new HardcodedKeyLocator(CertificateFactory.getInstance("X.509")
                    .generateCertificate(
                            new ByteArrayInputStream(Base64.getMimeDecoder().decode(encoded)))
                    .getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
