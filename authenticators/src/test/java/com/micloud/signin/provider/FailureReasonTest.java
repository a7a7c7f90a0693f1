package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;

@DisplayName("The word for a failure in an event")
final class FailureReasonTest {

    private final Map<String, Object> attributes = new HashMap<>();
    private final KeycloakSession session = Answers.by(KeycloakSession.class, (method, arguments) -> switch (method) {
        case "getAttribute" -> attributes.get(arguments[0]);
        case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
        case "removeAttribute" -> attributes.remove(arguments[0]);
        default -> throw Answers.unexpected(method);
    });

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "identityProviderUnexpectedErrorMessage, identityProviderUnexpectedErrorMessage",
        "micloudAuthenticationTooOld, authentication_too_old",
        "micloudProviderUnchecked, provider_unchecked",
        "access_denied, failed",
        "Ask your administrator!, failed",
        "'word ', failed",
        "w\u00f6rd, failed",
        "'', failed"
    })
    @DisplayName("is the key of the message, and nothing that the provider wrote")
    void message(String message, String expected) {
        assertThat(ProviderFailure.reason(session, message)).isEqualTo(expected);
    }

    @Test
    @DisplayName("has at most 80 letters")
    void length() {
        assertThat(ProviderFailure.reason("a".repeat(80))).isEqualTo("a".repeat(80));
        assertThat(ProviderFailure.reason("a".repeat(81))).isEqualTo("failed");
    }

    @Test
    @DisplayName("is the first that was noted in the request, as the others follow from it")
    void noted() {
        ProviderFailure.note(session, "signature_invalid");
        ProviderFailure.note(session, "token_answer_unusable");
        assertThat(ProviderFailure.reason(session, "anyMessage")).isEqualTo("signature_invalid");
        ProviderFailure.forget(session);
        assertThat(ProviderFailure.reason(session, "anyMessage")).isEqualTo("anyMessage");
    }
}
