package com.micloud.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("A visitor whom an application sends")
final class VisitParametersTest {

    private final TestRequest request = new TestRequest(TestRealms.guarded(), "/realms/micloud/changepassword")
            .answering("clients", Answers.by(ClientProvider.class, (method, arguments) -> client(arguments[1])));

    private static ClientModel client(Object id) {
        return switch ((String) id) {
            case "crm" -> client(true, false);
            case "off" -> client(false, false);
            case "api" -> client(true, true);
            default -> null;
        };
    }

    private static ClientModel client(boolean on, boolean bearerOnly) {
        return Fake.of(ClientModel.class, Map.of("isEnabled", on, "isBearerOnly", bearerOnly, "getClientId", "crm"));
    }

    @ParameterizedTest(name = "client [{0}], place [{1}], twice [{2}]: mistake [{3}]")
    @CsvSource({
        ", , , ",
        "crm, , login_hint, login_hint",
        "crm, , ui_locales, ui_locales",
        "crm, , client_id, client_id",
        ", , redirect_uri, redirect_uri",
        "unknown, , , client_id",
        "off, , , client_id",
        "api, , , client_id",
        ", https://crm.example, , redirect_uri"
    })
    @DisplayName("does not come where a parameter is there twice, or names nobody")
    void mistakes(String client, String place, String doubled, String mistake) {
        add("client_id", client);
        add("redirect_uri", place);
        if (doubled != null) {
            request.query(doubled, "crm").query(doubled, "crm");
        }
        assertThat(new VisitParameters(request.session()).mistake()).isEqualTo(Optional.ofNullable(mistake));
    }

    @Test
    @DisplayName("comes from an application that is on, or from none")
    void client() {
        assertThat(new VisitParameters(request.session()).client()).isEmpty();
        request.query("client_id", "crm");
        assertThat(new VisitParameters(request.session()).client().map(ClientModel::getClientId))
                .contains("crm");
    }

    @Test
    @DisplayName("wants to go back to a place where it names one")
    void place() {
        assertThat(new VisitParameters(request.session()).namesPlace()).isFalse();
        request.query("redirect_uri", "https://crm.example");
        assertThat(new VisitParameters(request.session()).namesPlace()).isTrue();
    }

    @Test
    @DisplayName("brings a username and languages, where they were sent along")
    void noted() {
        AuthenticationSessionModel visit = TestNotes.empty();
        new VisitParameters(request.session()).note(visit);
        assertThat(visit.getClientNotes()).isEmpty();
        request.query("login_hint", "alex").query("ui_locales", "de en");
        new VisitParameters(request.session()).note(visit);
        assertThat(visit.getClientNotes())
                .hasSize(2)
                .containsEntry("login_hint", "alex")
                .containsValue("de en");
    }

    private void add(String name, String value) {
        if (value != null) {
            request.query(name, value);
        }
    }
}
