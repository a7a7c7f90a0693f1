package com.micloud.signin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;

@DisplayName("An event in the server log")
final class EventLineTest {

    private static final String SESSION = "g_2BO71ov1EyT5UD_V8-HbHU";

    @Test
    @DisplayName("says what is needed to find and explain a failed sign-in")
    void complete() {
        Event event = failed();
        event.setDetails(Map.of("micloud_account", "100200", "micloud_refusal", "no_account", "code_id", SESSION));
        assertThat(EventLine.of(event))
                .isEqualTo("LOGIN_ERROR error=access_denied client=account-portal micloud_account=100200"
                        + " micloud_refusal=no_account code_id=" + SESSION);
    }

    @Test
    @DisplayName("says the reason where it is a word")
    void reason() {
        Event event = failed();
        event.setDetails(Map.of("reason", "token_endpoint_invalid_client", "identity_provider", "acme"));
        assertThat(EventLine.of(event))
                .isEqualTo("LOGIN_ERROR error=access_denied client=account-portal identity_provider=acme"
                        + " reason=token_endpoint_invalid_client");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"Invalid user ann@acme.example", "ann@acme.example", "x\nforged", "", "9"})
    @DisplayName("says no reason that is a sentence: Keycloak's quote what was sent")
    void sentence(String reason) {
        Event event = failed();
        event.setDetails(Map.of("reason", reason));
        assertThat(EventLine.of(event)).isEqualTo("LOGIN_ERROR error=access_denied client=account-portal");
    }

    @Test
    @DisplayName("names no session that is none: of an unknown code Keycloak takes for one whatever was sent")
    void forgedSession() {
        Event event = failed();
        event.setDetails(Map.of("code_id", "somebody\nForged"));
        assertThat(EventLine.of(event)).doesNotContain("somebody").doesNotContain("Forged");
    }

    @Test
    @DisplayName("says nothing that somebody typed")
    void nothingTyped() {
        Event event = failed();
        event.setDetails(Map.of("username", "ann@acme.example", "redirect_uri", "https://app.example"));
        assertThat(EventLine.of(event)).doesNotContain("ann").doesNotContain("app.example");
    }

    @Test
    @DisplayName("stays one line, whatever the request holds")
    void oneLine() {
        Event event = failed();
        event.setClientId("x\n2026-01-01 INFO forged " + "y".repeat(500));
        assertThat(EventLine.of(event)).doesNotContain("\n").hasSizeLessThan(160);
    }

    private static Event failed() {
        Event event = new Event();
        event.setType(EventType.LOGIN_ERROR);
        event.setError("access_denied");
        event.setClientId("account-portal");
        return event;
    }
}
