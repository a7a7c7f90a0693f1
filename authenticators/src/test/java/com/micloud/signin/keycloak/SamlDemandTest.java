package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("What a SAML request demands")
final class SamlDemandTest {

    private final AuthenticationSessionModel signIn = TestNotes.empty();

    @ParameterizedTest(name = "IsPassive {0}, ForceAuthn {1}")
    @CsvSource({"true, true", "true, false", "false, true", "false, false"})
    @DisplayName("is noted as it is")
    void noted(boolean passive, boolean forced) {
        if (forced) {
            signIn.setAuthNote("SAML_LOGIN_REQUEST_FORCEAUTHN", "true");
        }
        SamlDemand.note(signIn, passive);
        assertThat(SamlDemand.isPassive(signIn)).isEqualTo(passive);
        assertThat(SamlDemand.isForced(signIn)).isEqualTo(forced);
    }

    @Test
    @DisplayName("is no new proof where Keycloak noted another word")
    void otherWord() {
        signIn.setAuthNote("SAML_LOGIN_REQUEST_FORCEAUTHN", "false");
        SamlDemand.note(signIn, false);
        assertThat(SamlDemand.isForced(signIn)).isFalse();
    }

    @Test
    @DisplayName("is a new proof also after a start over in the same tab, which drops what Keycloak noted")
    void startOver() {
        signIn.setAuthNote("SAML_LOGIN_REQUEST_FORCEAUTHN", "true");
        SamlDemand.note(signIn, true);
        signIn.removeAuthNote("SAML_LOGIN_REQUEST_FORCEAUTHN");
        assertThat(SamlDemand.isForced(signIn)).isTrue();
        assertThat(signIn.getClientNotes()).hasSize(1);
    }
}
