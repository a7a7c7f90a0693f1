package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The grant of a sign-in")
final class GrantTest {

    private static final BoundAccount ACCOUNT = new BoundAccount("org-1", new Method.ByProvider("okta acme"));

    @Test
    @DisplayName("reads back what it wrote")
    void text() {
        Grant grant = new Grant("tab.1", 1_764_000_000_123L, version("2.1 beta"), ACCOUNT);
        assertThat(Grant.of(grant.text())).contains(grant);
    }

    @Test
    @DisplayName("is found by the sign-in it is of")
    void ofSignIn() {
        AuthenticationSessionModel signIn = TestNotes.ofTab("left");
        Grant grant = Grant.of(signIn, ACCOUNT, AppVersion.none(), 5);
        grant.bind(signIn, RedemptionKey.ofCode("challenge", "nonce"));
        assertThat(Grant.of(signIn)).contains(grant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "org-1 password", "tab x - org-1 password", "tab -1 - org-1 password", "tab 1 - org-1"})
    @DisplayName("is not made up from other text")
    void nonsense(String text) {
        assertThat(Grant.of(text)).isEmpty();
    }

    @ParameterizedTest(name = "opened by {0}, declared {1}: {2}")
    @CsvSource(
            nullValues = "none",
            value = {
                "1.0, 1.0, true",
                "1.0, none, true",
                "none, none, true",
                "1.0, 1.1, false",
                "1.0, '1.0 ', false",
                "none, 1.0, false",
                "1.0, '', true"
            })
    @DisplayName("goes on for the version of the application that it was made for, and for one that declares none")
    void versions(String opened, String declared, boolean goesOn) {
        assertThat(version(declared).continues(version(opened))).isEqualTo(goesOn);
    }

    private static AppVersion version(String text) {
        return AppVersion.declared(Optional.ofNullable(text));
    }
}
