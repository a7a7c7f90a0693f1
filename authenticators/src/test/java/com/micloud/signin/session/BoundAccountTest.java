package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.routing.Refusal;
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
    @DisplayName("is that of the sign-in until the sign-in starts over")
    void released() {
        AuthenticationSessionModel notes = TestNotes.empty();
        Grant.of(notes, BY_PASSWORD, AppVersion.none(), 1).bind(notes, RedemptionKey.ofCode("challenge", "nonce"));
        assertThat(BoundAccount.of(notes)).contains(BY_PASSWORD);
        SignIn.of(notes).forget();
        assertThat(notes.getClientNotes()).isEmpty();
    }

    @Test
    @DisplayName("counts no longer when the guard refuses after all")
    void refused() {
        AuthenticationSessionModel notes = TestNotes.empty();
        Grant.of(notes, BY_PASSWORD, AppVersion.none(), 1).bind(notes, RedemptionKey.ofCode("challenge", "nonce"));
        SignIn.of(notes).refuse(Refusal.NOT_A_MEMBER);
        assertThat(BoundAccount.of(notes)).isEmpty();
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
}
