package com.micloud.signin.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("A browser session")
final class ProviderSessionTest {

    private final AuthenticationSessionModel signIn = TestNotes.empty();

    @Test
    @DisplayName("knows the session at every provider that signed the user in, by alias")
    void every() {
        ProviderSession.ofSaml("saml", "name-id", "index").write(signIn);
        ProviderSession.ofOidc("okta", "id-token").write(signIn);
        assertThat(ProviderSession.in(session(signIn.getUserSessionNotes())))
                .containsExactly(
                        new ProviderSession("okta", "id-token", "", ""),
                        new ProviderSession("saml", "", "name-id", "index"));
    }

    @Test
    @DisplayName("knows only the last session at a provider that signed the user in twice")
    void last() {
        ProviderSession.ofOidc("okta", "first").write(signIn);
        ProviderSession.ofOidc("okta", "second").write(signIn);
        assertThat(ProviderSession.in(session(signIn.getUserSessionNotes())))
                .containsExactly(ProviderSession.ofOidc("okta", "second"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"okta\""})
    @DisplayName("passes over a note that it cannot read")
    void unreadable(String note) {
        ProviderSession.ofOidc("okta", "id-token").write(signIn);
        signIn.setUserSessionNote("micloud.providerSession.broken", note);
        assertThat(ProviderSession.in(session(signIn.getUserSessionNotes())))
                .containsExactly(ProviderSession.ofOidc("okta", "id-token"));
    }

    @Test
    @DisplayName("knows none by the notes of others")
    void others() {
        String json = "{\"alias\":\"okta\",\"idToken\":\"\",\"nameId\":\"\",\"sessionIndex\":\"\"}";
        assertThat(ProviderSession.in(session(Map.of("micloud.provider", json, "providerSession.okta", json))))
                .isEqualTo(List.of());
    }

    private static UserSessionModel session(Map<String, String> notes) {
        return Fake.of(UserSessionModel.class, Map.of("getNotes", notes));
    }
}
