package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.TestUsers;
import com.micloud.signin.routing.Refusal;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("A sign-in relies on a password")
final class PasswordEntryTest {

    private final AuthenticationSessionModel notes = TestNotes.empty();
    private final SignIn signIn = SignIn.of(notes);
    private final UserModel alex = TestUsers.named("alex");

    @ParameterizedTest(name = "account opened by {0}, password given {1}, session relied on {2}: {3}")
    @CsvSource({
        "password, false, false, true",
        "provider:okta, false, false, false",
        "provider:okta, true, true, false",
        ", true, false, true",
        ", false, true, true",
        ", false, false, false"
    })
    @DisplayName("that opened its account; without an account that was given, or is behind the session")
    void account(String method, boolean given, boolean relied, boolean expected) {
        if (method != null) {
            new BoundAccount("org-1", Method.of(method).orElseThrow()).noteLatest(notes);
        }
        if (given) {
            signIn.provePassword(alex);
        }
        if (relied) {
            signIn.relyOnSession(alex);
        }
        assertThat(PasswordEntry.is(notes, alex)).isEqualTo(expected);
    }

    @Test
    @DisplayName("of that very user only")
    void anotherUser() {
        signIn.provePassword(TestUsers.named("finn"));
        signIn.relyOnSession(TestUsers.named("finn"));
        assertThat(PasswordEntry.is(notes, alex)).isFalse();
    }

    @Test
    @DisplayName("not where it is refused, or starts over")
    void refused() {
        signIn.enter("alex", Optional.of(alex));
        signIn.provePassword(alex);
        assertThat(PasswordEntry.is(notes, alex)).isTrue();
        signIn.refuse(Refusal.NO_ACCOUNT);
        assertThat(PasswordEntry.is(notes, alex)).isFalse();
        signIn.admit(alex);
        signIn.startOver();
        assertThat(PasswordEntry.is(notes, alex)).isFalse();
    }
}
