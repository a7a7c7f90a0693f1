package com.micloud.signin.provider;

import java.util.Optional;
import org.keycloak.models.KeycloakContext;
import org.keycloak.saml.SAMLRequestParser;
import org.keycloak.saml.common.constants.GeneralConstants;
import org.keycloak.saml.common.constants.JBossSAMLConstants;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.processing.core.saml.v2.util.AssertionUtil;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The NameID of a SAML answer exactly as it is written. Keycloak removes blanks around it, but with blanks it is
 * another name (spec: "Settled points"). Line breaks and their indentation are the layout of the message, and do not
 * count.
 */
final class WrittenNameId {

    private WrittenNameId() {}

    /** The NameID of the assertion that this request brings; empty where it is encrypted or fetched. */
    static Optional<String> in(KeycloakContext request) {
        return message(request)
                .flatMap(WrittenNameId::assertion)
                .flatMap(assertion -> child(assertion, JBossSAMLConstants.SUBJECT))
                .flatMap(subject -> child(subject, JBossSAMLConstants.NAMEID))
                .map(name -> name.getTextContent().replaceAll("^\\s*[\\r\\n]\\s*|\\s*[\\r\\n]\\s*$", ""));
    }

    private static Optional<SAMLDocumentHolder> message(KeycloakContext request) {
        String posted =
                request.getHttpRequest().getDecodedFormParameters().getFirst(GeneralConstants.SAML_RESPONSE_KEY);
        String redirected = request.getUri().getQueryParameters().getFirst(GeneralConstants.SAML_RESPONSE_KEY);
        return Optional.ofNullable(posted)
                .map(SAMLRequestParser::parseResponsePostBinding)
                .or(() -> Optional.ofNullable(redirected).map(SAMLRequestParser::parseResponseRedirectBinding));
    }

    /** The element whose signature Keycloak has verified. */
    private static Optional<Element> assertion(SAMLDocumentHolder message) {
        try {
            return Optional.of(AssertionUtil.getAssertionElement(message));
        } catch (ProcessingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Element> child(Element parent, JBossSAMLConstants name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.get().equals(element.getLocalName())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }
}
