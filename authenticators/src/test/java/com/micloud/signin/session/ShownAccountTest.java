package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.TestNotes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The account as pages show it")
final class ShownAccountTest {

    private static final ShownAccount ACME = new ShownAccount("Acme", "100100", "https://logos.example/a.png", "");
    private static final Map<String, String> FACTS =
            Map.of("name", "Acme", "number", "100100", "logo", "https://logos.example/a.png", "help", "");

    private final AuthenticationSessionModel signIn = TestNotes.empty();
    private final Map<String, Object> page = new HashMap<>();

    @Test
    @DisplayName("is on the page that it is put on")
    void onThisPage() {
        ACME.putOn(Answers.by(
                LoginFormsProvider.class, (method, arguments) -> page.put((String) arguments[0], arguments[1])));
        assertThat(page).isEqualTo(Map.of("micloudAccount", FACTS));
    }

    @Test
    @DisplayName("is on every later page once it is kept, unless that page says something else")
    void onLaterPages() {
        ShownAccount.addTo(page, signIn);
        assertThat(page).isEmpty();
        ACME.keepIn(signIn);
        ShownAccount.addTo(page, signIn);
        assertThat(page).isEqualTo(Map.of("micloudAccount", FACTS));
        page.put("micloudAccount", "its own");
        ShownAccount.addTo(page, signIn);
        assertThat(page).isEqualTo(Map.of("micloudAccount", "its own"));
    }

    @Test
    @DisplayName("is on no page without a sign-in")
    void withoutSignIn() {
        ShownAccount.addTo(page, null);
        assertThat(page).isEmpty();
    }
}
