package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A username as entered")
final class TypedUsernameTest {

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "alex@acme.example,alex@acme.example",
                "' alex ',alex",
                "'\talex\r\n',alex",
                "Alex,Alex",
                "al ex,al ex",
                "o'hara@acme.example,o'hara@acme.example",
                "jose\u0301,jos\u00e9",
                "\ud83d\ude00,\ud83d\ude00",
                "\u200balex,\u200balex"
            })
    @DisplayName("may exist: blanks around it do not count, and an accent is one character with its letter")
    void plausible(String raw, String name) {
        assertThat(TypedUsername.of(raw)).isEqualTo(new TypedUsername.Plausible(name));
        assertThat(TypedUsername.name(raw)).contains(name);
        assertThat(TypedUsername.of(raw).problem()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
    @DisplayName("is missing where there are only blanks")
    void missing(String raw) {
        assertThat(TypedUsername.of(raw)).isEqualTo(new TypedUsername.Missing());
        assertThat(TypedUsername.of(raw).problem()).isEqualTo("micloudUsernameMissing");
        assertThat(TypedUsername.name(raw)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "al\u0000ex",
                "al\nex",
                "al\u007fex",
                "al\u009fex",
                "\ud800",
                "alex\udc00",
                "alex\uffff",
                "alex\ufffe",
                "\ud83f\udfff",
                "\udbff\udffe"
            })
    @DisplayName("cannot exist with characters that no text has")
    void impossible(String raw) {
        assertThat(TypedUsername.of(raw)).isEqualTo(new TypedUsername.Impossible());
        assertThat(TypedUsername.of(raw).problem()).isEqualTo("micloudUsernameInvalid");
        assertThat(TypedUsername.name(raw)).isEmpty();
    }

    @Test
    @DisplayName("cannot exist where it is longer than Keycloak stores, the blanks around it aside")
    void longest() {
        assertThat(TypedUsername.name(" " + "a".repeat(255) + " ")).contains("a".repeat(255));
        assertThat(TypedUsername.of("a".repeat(256))).isEqualTo(new TypedUsername.Impossible());
        assertThat(TypedUsername.name("e\u0301".repeat(255))).contains("\u00e9".repeat(255));
    }
}
