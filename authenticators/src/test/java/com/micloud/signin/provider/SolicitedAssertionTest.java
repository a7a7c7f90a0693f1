package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.dom.saml.v2.assertion.AssertionType;
import org.keycloak.dom.saml.v2.assertion.AudienceRestrictionType;
import org.keycloak.dom.saml.v2.assertion.ConditionsType;
import org.keycloak.dom.saml.v2.assertion.OneTimeUseType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationDataType;
import org.keycloak.dom.saml.v2.assertion.SubjectConfirmationType;
import org.keycloak.dom.saml.v2.assertion.SubjectType;
import org.keycloak.saml.processing.core.saml.v2.util.XMLTimeUtil;

@DisplayName("An assertion")
final class SolicitedAssertionTest {

    private static final String BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    private static final String HOLDER_OF_KEY = "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key";
    private static final String NOT_ASKED_FOR = "no bearer confirmation with InResponseTo of the request";

    private final AssertionType assertion = new AssertionType("assertion", XMLTimeUtil.getIssueInstant());
    private final SubjectType subject = new SubjectType();
    private final ConditionsType conditions = new ConditionsType();
    private final AudienceRestrictionType audience = new AudienceRestrictionType();

    @BeforeEach
    void subjectAndAudience() {
        assertion.setSubject(subject);
        assertion.setConditions(conditions);
        conditions.addCondition(audience);
    }

    @ParameterizedTest(name = "{0} answers {1}, asked {2}: {3}")
    @CsvSource({
        "bearer, ID_1, ID_1, true",
        "bearer, ID_1, ID_2, false",
        "bearer, id_1, ID_1, false",
        "bearer, '', ID_1, false",
        "bearer, , ID_1, false",
        "bearer, ID_1, , false",
        "bearer, , , false",
        "holder, ID_1, ID_1, false",
        "none, ID_1, ID_1, false"
    })
    @DisplayName("is for this sign-in only where its bearer confirmation answers the request of this sign-in")
    void answers(String method, String answered, String asked, boolean good) {
        confirm(method(method), answered);
        assertThat(SolicitedAssertion.missing(assertion, asked).isEmpty()).isEqualTo(good);
    }

    @Test
    @DisplayName("is judged by its first bearer confirmation, as Keycloak judges it")
    void first() {
        confirm(HOLDER_OF_KEY, "ID_2");
        confirm(BEARER, "ID_1");
        confirm(BEARER, "ID_2");
        assertThat(SolicitedAssertion.missing(assertion, "ID_1")).isEmpty();
        assertThat(SolicitedAssertion.missing(assertion, "ID_2")).contains(NOT_ASKED_FOR);
    }

    @Test
    @DisplayName("is for nobody where its bearer confirmation says nothing")
    void withoutData() {
        SubjectConfirmationType confirmation = new SubjectConfirmationType();
        confirmation.setMethod(BEARER);
        subject.addConfirmation(confirmation);
        assertThat(SolicitedAssertion.missing(assertion, "ID_1")).contains(NOT_ASKED_FOR);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "ID_1")
    @DisplayName("is for nobody where it has no subject, or the subject no confirmation")
    void withoutSubject(String asked) {
        assertThat(SolicitedAssertion.missing(assertion, asked)).contains(NOT_ASKED_FOR);
        assertion.setSubject(null);
        assertThat(SolicitedAssertion.missing(assertion, asked)).contains(NOT_ASKED_FOR);
    }

    @Test
    @DisplayName("is for nobody where it names no audience")
    void withoutAudience() {
        confirm(BEARER, "ID_1");
        conditions.removeCondition(audience);
        conditions.addCondition(new OneTimeUseType());
        assertThat(SolicitedAssertion.missing(assertion, "ID_1")).contains("no audience");
        assertion.setConditions(null);
        assertThat(SolicitedAssertion.missing(assertion, "ID_1")).contains("no audience");
    }

    private void confirm(String method, String answered) {
        SubjectConfirmationDataType data = new SubjectConfirmationDataType();
        data.setInResponseTo(answered);
        SubjectConfirmationType confirmation = new SubjectConfirmationType();
        confirmation.setMethod(method);
        confirmation.setSubjectConfirmationData(data);
        subject.addConfirmation(confirmation);
    }

    private static String method(String word) {
        return switch (word) {
            case "bearer" -> BEARER;
            case "holder" -> HOLDER_OF_KEY;
            default -> null;
        };
    }
}
