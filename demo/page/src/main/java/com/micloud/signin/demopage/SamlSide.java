package com.micloud.signin.demopage;

import java.io.IOException;
import java.net.URI;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AttributeStatementType;
import org.keycloak.dom.saml.v2.assertion.AttributeType;
import org.keycloak.dom.saml.v2.assertion.AuthnStatementType;
import org.keycloak.dom.saml.v2.assertion.NameIDType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.keycloak.dom.saml.v2.protocol.AuthnRequestType;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.JaxrsSAML2BindingBuilder;
import org.keycloak.protocol.saml.SamlProtocolUtils;
import org.keycloak.rotation.HardcodedKeyLocator;
import org.keycloak.rotation.KeyLocator;
import org.keycloak.saml.SAML2AuthnRequestBuilder;
import org.keycloak.saml.SAML2LogoutRequestBuilder;
import org.keycloak.saml.SAML2LogoutResponseBuilder;
import org.keycloak.saml.SAML2NameIDBuilder;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ParsingException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.api.saml.v2.request.SAML2Request;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.validators.ConditionsValidator;
import org.keycloak.saml.validators.DestinationValidator;
import org.w3c.dom.Document;

/** Plays the applications that speak SAML 2.0: requests by redirect, answers by POST. */
final class SamlSide {

    private static final String SUCCESS = JBossSAMLURIConstants.STATUS_SUCCESS.get();
    private static final int CLOCK_SKEW_MILLIS = 10_000;

    private final KeycloakSession session;
    private final Addresses addresses;

    SamlSide(KeycloakSession session, Addresses addresses) {
        this.session = session;
        this.addresses = addresses;
    }

    /** What came of an answer. */
    sealed interface Outcome {
        record Success(SignedIn.Saml signedIn) implements Outcome {}

        record Failure(Problem problem) implements Outcome {}
    }

    /** Where the browser has to go to sign in. SAML has words for the username and for two of the prompts only. */
    URI authentication(Application application, Hints hints, Drawer drawer) {
        try {
            AuthnRequestType request = new SAML2AuthnRequestBuilder()
                    .issuer(application.clientId())
                    .destination(addresses.samlEndpoint())
                    .assertionConsumerUrl(addresses.saml())
                    .protocolBinding(JBossSAMLURIConstants.SAML_HTTP_POST_BINDING.get())
                    .subject(hints.loginHint())
                    .forceAuthn(hints.prompt().equals("login"))
                    .isPassive(hints.prompt().equals("none"))
                    .createAuthnRequest();
            String state = RandomText.next();
            drawer.keep(state, new Pending.SamlSignIn(application.clientId(), request.getID()));
            return request(SAML2Request.convert(request), state);
        } catch (ProcessingException | ConfigurationException | ParsingException e) {
            throw new IllegalStateException("A request made of known parts can be written.", e);
        }
    }

    /** Where the browser has to go to sign out of the application, and with it of the portal. */
    URI logout(SignedIn.Saml held, Drawer drawer) {
        SAML2LogoutRequestBuilder builder = new SAML2LogoutRequestBuilder()
                .issuer(held.clientId())
                .destination(addresses.samlEndpoint())
                .nameId(name(held))
                .sessionIndex(held.sessionIndex());
        try {
            LogoutRequestType request = builder.createLogoutRequest();
            String state = RandomText.next();
            drawer.keep(state, new Pending.SamlSignOut(held.clientId(), request.getID()));
            return request(SAML2Request.convert(request), state);
        } catch (ProcessingException | ConfigurationException | ParsingException e) {
            throw new IllegalStateException("A request made of known parts can be written.", e);
        }
    }

    /** Where the browser has to go to tell the portal that the application has ended its session as asked. */
    URI loggedOut(LogoutRequestType request, String clientId, String relayState) {
        try {
            Document response = new SAML2LogoutResponseBuilder()
                    .logoutRequestID(request.getID())
                    .destination(addresses.samlEndpoint())
                    .issuer(clientId)
                    .buildDocument();
            JaxrsSAML2BindingBuilder binding = new JaxrsSAML2BindingBuilder(session);
            if (!relayState.isEmpty()) {
                binding.relayState(relayState);
            }
            return binding.redirectBinding(response).responseURI(addresses.samlEndpoint());
        } catch (ProcessingException | ConfigurationException | IOException e) {
            throw new IllegalStateException("An answer made of known parts can be written.", e);
        }
    }

    /** Checks an answer to a request of ours: signature, addressee, time, and that it is the answer to this request. */
    Outcome accept(Pending.SamlSignIn question, SAMLDocumentHolder holder, ResponseType response) {
        String status = lastStatus(response.getStatus());
        if (!SUCCESS.equals(status)) {
            String name = status.substring(status.lastIndexOf(':') + 1);
            String message = Objects.toString(response.getStatus().getStatusMessage(), "")
                    .strip();
            return new Outcome.Failure(new Problem(
                    200,
                    "The portal did not sign you in",
                    PlainWords.ofSaml(name),
                    message.isEmpty() ? status : status + ": " + message));
        }
        Optional<String> objection = objection(question, holder, response);
        if (objection.isPresent()) {
            return new Outcome.Failure(Problem.untrusted(objection.get()));
        }
        return new Outcome.Success(
                held(question.clientId(), response.getAssertions().get(0).getAssertion()));
    }

    /** Whether a document is signed with a key of the realm. */
    boolean signed(SAMLDocumentHolder holder) {
        try {
            SamlProtocolUtils.verifyDocumentSignature(holder.getSamlDocument(), realmKeys());
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    private Optional<String> objection(Pending.SamlSignIn question, SAMLDocumentHolder holder, ResponseType response) {
        if (response.getAssertions().size() != 1
                || response.getAssertions().get(0).getAssertion() == null) {
            return Optional.of("The response does not hold exactly one assertion that can be read.");
        }
        if (!signed(holder)) {
            return Optional.of("The response is not signed with a key of the realm.");
        }
        if (!addresses.saml().equals(response.getDestination())) {
            return Optional.of("The response was sent to another address.");
        }
        if (!question.requestId().equals(response.getInResponseTo())) {
            return Optional.of("The response does not answer the request of this sign-in.");
        }
        return objection(question, response.getAssertions().get(0).getAssertion());
    }

    private Optional<String> objection(Pending.SamlSignIn question, AssertionType assertion) {
        if (assertion.getIssuer() == null
                || !addresses.realm().equals(assertion.getIssuer().getValue())) {
            return Optional.of("The assertion was not issued by the realm.");
        }
        boolean confirmed = assertion.getSubject() != null
                && assertion.getSubject().getConfirmation().stream()
                        .map(confirmation -> confirmation.getSubjectConfirmationData())
                        .filter(Objects::nonNull)
                        .anyMatch(data -> confirms(data, question));
        if (!confirmed) {
            return Optional.of("The assertion is not confirmed for this application and this request.");
        }
        boolean inTime = new ConditionsValidator.Builder(
                        assertion.getID(),
                        assertion.getConditions(),
                        DestinationValidator.forProtocolMap(new String[0]))
                .clockSkewInMillis(CLOCK_SKEW_MILLIS)
                .addAllowedAudience(URI.create(question.clientId()))
                .build()
                .isValid();
        return inTime
                ? Optional.empty()
                : Optional.of("The assertion is meant for another application or for another time.");
    }

    private boolean confirms(SubjectConfirmationDataType data, Pending.SamlSignIn question) {
        return question.requestId().equals(data.getInResponseTo())
                && addresses.saml().equals(data.getRecipient())
                && data.getNotOnOrAfter() != null
                && Instant.now()
                        .minusMillis(CLOCK_SKEW_MILLIS)
                        .isBefore(data.getNotOnOrAfter().toGregorianCalendar().toInstant());
    }

    private static SignedIn.Saml held(String clientId, AssertionType assertion) {
        SubjectType.STSubType subject = assertion.getSubject().getSubType();
        NameIDType name = subject != null && subject.getBaseID() instanceof NameIDType id ? id : new NameIDType();
        String sessionIndex = "";
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        for (Object statement : assertion.getStatements()) {
            if (statement instanceof AuthnStatementType authentication) {
                sessionIndex = Objects.toString(authentication.getSessionIndex(), "");
            } else if (statement instanceof AttributeStatementType statements) {
                statements.getAttributes().forEach(choice -> add(attributes, choice.getAttribute()));
            }
        }
        return new SignedIn.Saml(
                clientId,
                Instant.now().getEpochSecond(),
                Objects.toString(name.getValue(), ""),
                Objects.toString(name.getFormat(), ""),
                sessionIndex,
                attributes);
    }

    private static void add(Map<String, List<String>> attributes, AttributeType attribute) {
        if (attribute != null) {
            attributes
                    .computeIfAbsent(attribute.getName(), name -> new ArrayList<>())
                    .addAll(attribute.getAttributeValue().stream()
                            .map(String::valueOf)
                            .toList());
        }
    }

    private static NameIDType name(SignedIn.Saml held) {
        SAML2NameIDBuilder name = SAML2NameIDBuilder.value(held.nameId());
        return held.format().isEmpty()
                ? name.build()
                : name.setFormat(held.format()).build();
    }

    /** The most exact status: the inner one says why, where there is one. */
    private static String lastStatus(StatusType status) {
        if (status == null || status.getStatusCode() == null) {
            return "";
        }
        return Objects.toString(
                status.getStatusCode().getStatusCode() == null
                        ? status.getStatusCode().getValue()
                        : status.getStatusCode().getStatusCode().getValue(),
                "");
    }

    /** Whether this is the portal's answer to a sign-out of ours. */
    static boolean answers(Pending.SamlSignOut question, StatusResponseType response) {
        return question.requestId().equals(response.getInResponseTo());
    }

    private URI request(Document document, String relayState) throws ProcessingException, ConfigurationException {
        try {
            return new JaxrsSAML2BindingBuilder(session)
                    .relayState(relayState)
                    .redirectBinding(document)
                    .requestURI(addresses.samlEndpoint());
        } catch (IOException e) {
            throw new ProcessingException(e);
        }
    }

    private KeyLocator realmKeys() {
        List<PublicKey> keys = session.keys()
                .getKeysStream(session.getContext().getRealm(), KeyUse.SIG, Algorithm.RS256)
                .map(key -> key.getPublicKey())
                .filter(PublicKey.class::isInstance)
                .map(PublicKey.class::cast)
                .toList();
        return new HardcodedKeyLocator(keys);
    }
}
