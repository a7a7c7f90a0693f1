package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;

@DisplayName("A username is self-given")
final class SelfGivenNameTest {

    private String attribute;
    private String username;

    private final UserModel user = Answers.by(UserModel.class, (method, arguments) -> switch (method) {
        case "getUsername" -> username;
        case "getFirstAttribute" -> "micloud.renamed".equals(arguments[0]) ? attribute : null;
        case "setSingleAttribute" -> {
            assertThat(arguments[0]).isEqualTo("micloud.renamed");
            attribute = (String) arguments[1];
            yield null;
        }
        default -> throw Answers.unexpected(method);
    });

    @BeforeEach
    void name() {
        username = "alex@acme.example";
    }

    @ParameterizedTest(name = "given [{0}]: {1}")
    @CsvSource({"alex@acme.example, true", "Alex@Acme.example, true", "alex, false", "'', false", ", false"})
    @DisplayName("where the person gave that very name, in whatever letters")
    void given(String given, boolean expected) {
        attribute = given;
        assertThat(SelfGivenName.is(user)).isEqualTo(expected);
    }

    @Test
    @DisplayName("until an administrator gives another one, or confirms it")
    void noted() {
        SelfGivenName.note(user);
        assertThat(SelfGivenName.is(user)).isTrue();
        username = "alexandra@acme.example";
        assertThat(SelfGivenName.is(user)).isFalse();
        SelfGivenName.note(user);
        assertThat(SelfGivenName.is(user)).isTrue();
        attribute = null;
        assertThat(SelfGivenName.is(user)).isFalse();
    }
}
