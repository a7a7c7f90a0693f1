package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The account a sign-in is bound to")
final class BoundAccountTest {

    private static final BoundAccount BY_PASSWORD = new BoundAccount("org-1", new Method.Password());
    private static final BoundAccount BY_PROVIDER = new BoundAccount("org-2", new Method.ByProvider("okta"));

    @Test
    @DisplayName("is found by the challenge of its own sign-in after another one has overwritten the latest")
    void twoTabs() {
        Map<String, String> clientSession = new HashMap<>();
        clientSession.putAll(boundWith("code_challenge", "first", BY_PASSWORD).getClientNotes());
        clientSession.putAll(boundWith("code_challenge", "second", BY_PROVIDER).getClientNotes());

        assertThat(BoundAccount.of(clientSession, "first")).contains(BY_PASSWORD);
        assertThat(BoundAccount.of(clientSession, "second")).contains(BY_PROVIDER);
        assertThat(BoundAccount.latest(clientSession)).contains(BY_PROVIDER);
    }

    @Test
    @DisplayName("is found by the nonce where there is no challenge")
    void byNonce() {
        assertThat(BoundAccount.of(boundWith("nonce", "n-1", BY_PASSWORD).getClientNotes(), "n-1"))
                .contains(BY_PASSWORD);
    }

    @Test
    @DisplayName("is forgotten when the sign-in starts over")
    void released() {
        AuthenticationSessionModel notes = boundWith("nonce", "n-1", BY_PASSWORD);
        SignIn.of(notes).forget();
        assertThat(BoundAccount.latest(notes.getClientNotes())).isEmpty();
        assertThat(BoundAccount.of(notes.getClientNotes(), "n-1")).isEmpty();
    }

    @Test
    @DisplayName("reads back what it wrote")
    void text() {
        assertThat(BoundAccount.of(BY_PROVIDER.text())).contains(BY_PROVIDER);
        assertThat(BoundAccount.of(BY_PASSWORD.text())).contains(BY_PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "org-1", " password", "org-1 passport"})
    @DisplayName("is not made up from other text")
    void nonsense(String text) {
        assertThat(BoundAccount.of(text)).isEmpty();
    }

    private static AuthenticationSessionModel boundWith(String parameter, String value, BoundAccount account) {
        AuthenticationSessionModel notes = TestNotes.empty();
        notes.setClientNote(parameter, value);
        account.bind(notes);
        return notes;
    }
}
