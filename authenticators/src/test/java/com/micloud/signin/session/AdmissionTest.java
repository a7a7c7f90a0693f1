package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestUsers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The admission of a user")
final class AdmissionTest {

    private final AuthenticationSessionModel notes = TestNotes.empty();
    private final UserModel alex = TestUsers.named("alex");

    @Test
    @DisplayName("is of that user only, until it is taken back")
    void noted() {
        assertThat(Admission.isOf(notes, alex)).isFalse();
        Admission.note(notes, alex);
        assertThat(Admission.isOf(notes, alex)).isTrue();
        assertThat(Admission.isOf(notes, TestUsers.named("finn"))).isFalse();
        assertThat(Admission.isOf(notes, null)).isFalse();
        Admission.withdraw(notes);
        assertThat(Admission.isOf(notes, alex)).isFalse();
        assertThat(Admission.isOf(notes, null)).isFalse();
    }

    @ParameterizedTest(name = "{0} realm, admitted {1}, ends with a page {2}: session {3}")
    @CsvSource({
        "guarded, alex, false, true",
        "guarded, finn, false, false",
        "guarded, , false, false",
        "guarded, alex, true, false",
        "stock, , false, true",
        "stock, , true, true"
    })
    @DisplayName("is needed for a session in a guarded realm, and only there")
    void required(String kind, String admitted, boolean endsWithPage, boolean passes) {
        if (admitted != null) {
            Admission.note(notes, TestUsers.named(admitted));
        }
        if (endsWithPage) {
            notes.setAuthNote("END_AFTER_REQUIRED_ACTIONS", "true");
        }
        AuthenticationSessionModel signIn = signIn(kind.equals("guarded") ? TestRealms.guarded() : TestRealms.stock());
        UserSessionModel opened = Fake.of(UserSessionModel.class, Map.of("getUser", alex));
        if (passes) {
            assertThatCode(() -> Admission.require(session(), signIn, opened)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> Admission.require(session(), signIn, opened))
                    .hasMessage("page instead of a session");
        }
    }

    private AuthenticationSessionModel signIn(RealmModel realm) {
        return Answers.by(AuthenticationSessionModel.class, (method, arguments) -> switch (method) {
            case "getRealm" -> realm;
            case "getAuthNote" -> notes.getAuthNote((String) arguments[0]);
            default -> throw Answers.unexpected(method);
        });
    }

    private static KeycloakSession session() {
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        Fake.of(KeycloakContext.class, Map.of("getAuthenticationSession", Fake.NULL)),
                        "getProvider",
                        Answers.by(LoginFormsProvider.class, (method, arguments) -> {
                            throw new IllegalStateException("page instead of a session");
                        })));
    }
}
