package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The way in which an account was opened")
final class MethodTest {

    @Test
    @DisplayName("is written in words that never change")
    void words() {
        assertThat(new Method.Password().word()).isEqualTo("password");
        assertThat(new Method.ByProvider("okta acme").word()).isEqualTo("provider:okta acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "provider:okta", "provider:okta acme", "provider:provider:x", "provider:"})
    @DisplayName("is read back from them")
    void readBack(String word) {
        assertThat(Method.of(word).map(Method::word)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Password", "password ", "okta", "Provider:okta", " provider:okta", "provider"})
    @DisplayName("is not made up from other text")
    void nonsense(String text) {
        assertThat(Method.of(text)).isEmpty();
    }
}
