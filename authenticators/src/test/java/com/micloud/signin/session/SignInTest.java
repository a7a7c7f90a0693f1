package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.account.Account;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The notes of a sign-in")
final class SignInTest {

    private static final String USER = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    private static final Account ACCOUNT =
            new Account("ffffffff-bbbb-cccc-dddd-eeeeeeeeeeee", "100100", "Name", "", true, "");

    private final AuthenticationSessionModel notes = TestNotes.empty();
    private final SignIn signIn = SignIn.of(notes);

    @Test
    @DisplayName("are as long for an unknown username as for a known one that has an account")
    void length() {
        signIn.enter("erin@fabrikam.example", Optional.of(user()));
        signIn.choose(ACCOUNT);
        int known = length(notes);
        signIn.enter("evan@fabrikam.example", Optional.empty());
        assertThat(length(notes)).isEqualTo(known);
        signIn.presume(ACCOUNT.id());
        assertThat(length(notes)).isEqualTo(known);
        assertThat(signIn.userId()).isEmpty();
        assertThat(signIn.accountId()).isEmpty();
    }

    @Test
    @DisplayName("forget the account that an earlier username had")
    void another() {
        signIn.enter("erin@fabrikam.example", Optional.of(user()));
        signIn.choose(ACCOUNT);
        signIn.presume(ACCOUNT.id());
        signIn.enter("evan@fabrikam.example", Optional.empty());
        assertThat(signIn.accountId()).isEmpty();
        assertThat(signIn.presumedAccountId()).isEmpty();
    }

    private static int length(AuthenticationSessionModel notes) {
        return notes.getClientNotes().toString().length();
    }

    private static UserModel user() {
        Map<String, Object> answers = Map.of("getId", USER, "getUsername", "erin@fabrikam.example");
        return (UserModel) Proxy.newProxyInstance(
                SignInTest.class.getClassLoader(),
                new Class<?>[] {UserModel.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
