package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("What a reset mail says of itself")
final class MailedResetTest {

    private static final MailedReset MAIL = new MailedReset("user-1", "mail-1", 1_800_000_000_000L);

    @Test
    @DisplayName("is one line, which is read back")
    void text() {
        assertThat(MAIL.text()).isEqualTo("mail-1 1800000000000 user-1");
        assertThat(MailedReset.of(MAIL.text())).contains(MAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mail-1 100",
                "mail-1 x user-1",
                "mail-1 -1 user-1",
                "mail-1  user-1",
                "mail-1 1234567890123456789 user-1"
            })
    @DisplayName("is not made up from other text")
    void nonsense(String text) {
        assertThat(MailedReset.of(text)).isEmpty();
    }

    @Test
    @DisplayName("is noted in the sign-in that it led to, until that forgets it")
    void noted() {
        AuthenticationSessionModel signIn = TestNotes.empty();
        assertThat(MailedReset.in(signIn)).isEmpty();
        MAIL.note(signIn);
        assertThat(MailedReset.in(signIn)).contains(MAIL);
        MailedReset.forget(signIn);
        assertThat(MailedReset.in(signIn)).isEmpty();
    }

    @ParameterizedTest(name = "token of {0}: {1}")
    @CsvSource({"user-1, true", "user-2, false"})
    @DisplayName("is in the link, for the user whom that is made for only")
    void token(String owner, boolean expected) {
        ResetToken token = new ResetToken(MAIL, "alex@acme.example", 100, "sign-in", "crm");
        token.setSubject(owner);
        assertThat(token.reset().isPresent()).isEqualTo(expected);
    }
}
