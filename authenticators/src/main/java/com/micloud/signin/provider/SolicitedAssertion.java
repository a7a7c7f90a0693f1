package com.micloud.signin.provider;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AudienceRestrictionType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationType;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;

/**
 * Says whether an assertion was made for this sign-in, as the Web Browser SSO profile demands (saml-profiles, 4.1.4.2).
 * Keycloak compares only what is present, and wants {@code InResponseTo} only on the response, which may be unsigned.
 * So an unsolicited assertion would fit into every sign-in.
 */
final class SolicitedAssertion {

    private SolicitedAssertion() {}

    /**
     * The missing part of the assertion, in a few words; empty if it answers the request with that id.
     *
     * @param requestId null when this sign-in has asked no SAML provider, so that no assertion can be meant for it
     */
    static Optional<String> missing(AssertionType assertion, String requestId) {
        if (bearerConfirmations(assertion)
                .map(SubjectConfirmationDataType::getInResponseTo)
                .noneMatch(answered -> answered != null && answered.equals(requestId))) {
            return Optional.of("no bearer confirmation with InResponseTo of the request");
        }
        return audiences(assertion).findAny().isEmpty() ? Optional.of("no audience") : Optional.empty();
    }

    private static Stream<SubjectConfirmationDataType> bearerConfirmations(AssertionType assertion) {
        return assertion.getSubject() == null
                ? Stream.empty()
                : assertion.getSubject().getConfirmation().stream()
                        .filter(confirmation -> JBossSAMLURIConstants.SUBJECT_CONFIRMATION_BEARER
                                .get()
                                .equals(confirmation.getMethod()))
                        .map(SubjectConfirmationType::getSubjectConfirmationData)
                        .filter(Objects::nonNull)
                        // Keycloak has judged the first one only.
                        .limit(1);
    }

    private static Stream<AudienceRestrictionType> audiences(AssertionType assertion) {
        return assertion.getConditions() == null
                ? Stream.empty()
                : assertion.getConditions().getConditions().stream()
                        .filter(AudienceRestrictionType.class::isInstance)
                        .map(AudienceRestrictionType.class::cast);
    }
}
