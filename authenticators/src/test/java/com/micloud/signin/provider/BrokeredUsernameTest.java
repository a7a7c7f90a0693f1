package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The username that a provider asserts")
final class BrokeredUsernameTest {

    private final IdentityProviderModel provider = new IdentityProviderModel();
    private final AuthenticationSessionModel signIn = TestNotes.empty();
    private final BrokeredIdentityContext broker;

    BrokeredUsernameTest() {
        provider.setAlias("okta");
        provider.setEnabled(true);
        broker = new BrokeredIdentityContext("subject", provider);
        broker.setAuthenticationSession(signIn);
    }

    @ParameterizedTest(name = "asserted [{0}], mapped [{1}]: [{2}]")
    @CsvSource({
        "alex, , alex",
        "Alex, , Alex",
        "\u212aim, , \u212aim",
        "' alex ', , ' alex '",
        "' alex ', alex, ' alex '",
        "' alex ', 'alex ', 'alex '",
        "alex, alex, alex",
        "' Alex', alex, ' Alex'",
        "alex, alex@acme.example, alex@acme.example",
        "alex, '', ''",
        ", , ''",
        ", alex, alex"
    })
    @DisplayName("is what a mapper made of the claims, else as it was sent, with its letters and blanks")
    void heard(String asserted, String mapped, String expected) {
        broker.setUsername(asserted);
        BrokeredUsername.hear(broker);
        broker.setModelUsername(mapped);
        assertThat(BrokeredUsername.of(broker)).isEqualTo(expected);
        BrokeredUsername.note(broker);
        assertThat(BrokeredUsername.in(signIn, "okta")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @DisplayName("is read without changing the settings of the provider")
    void settings(boolean asSent) {
        provider.setCaseSensitiveOriginalUsername(asSent);
        broker.setUsername("Alex");
        assertThat(BrokeredUsername.hear(broker)).isEqualTo("Alex");
        assertThat(provider.isCaseSensitiveOriginalUsername()).isEqualTo(asSent);
    }

    @Test
    @DisplayName("is noted at once, for a subject that is linked already")
    void notedAtOnce() {
        broker.setUsername("Alex");
        BrokeredUsername.hear(broker);
        assertThat(BrokeredUsername.in(signIn, "okta")).isEqualTo("Alex");
    }

    @Test
    @DisplayName("is heard without a sign-in, as where a token is exchanged")
    void withoutSignIn() {
        broker.setAuthenticationSession(null);
        broker.setUsername("Alex");
        assertThat(BrokeredUsername.hear(broker)).isEqualTo("Alex");
        assertThat(BrokeredUsername.of(broker)).isEqualTo("Alex");
    }

    @Test
    @DisplayName("is Keycloak's where it was never heard")
    void unheard() {
        broker.setUsername("Alex");
        assertThat(BrokeredUsername.of(broker)).isEqualTo("alex");
    }

    @Test
    @DisplayName("is not that of another provider, but what Keycloak noted of it, else nothing")
    void anotherProvider() {
        broker.setUsername("Alex");
        BrokeredUsername.hear(broker);
        assertThat(BrokeredUsername.in(signIn, "azure")).isEmpty();
        signIn.setUserSessionNote("identity_provider_identity", "finn");
        assertThat(BrokeredUsername.in(signIn, "azure")).isEqualTo("finn");
        assertThat(BrokeredUsername.in(signIn, "okta")).isEqualTo("Alex");
    }
}
