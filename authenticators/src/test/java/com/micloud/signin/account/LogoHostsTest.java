package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

@DisplayName("The hosts of logos")
final class LogoHostsTest {

    @ParameterizedTest(name = "[{0}]: [{1}]")
    @CsvSource({
        ", ''",
        "'', ''",
        "' , ', ''",
        "logos.example, logos.example",
        "'Logos.EXAMPLE', logos.example",
        "'a.example, b.example', a.example b.example",
        "'a.example b.example', a.example b.example",
        "',a.example,,b.example,', a.example b.example",
        "'a.example\n\tb.example', a.example b.example",
        "'a.example A.example', a.example"
    })
    @DisplayName("are written with commas or blanks between them, in any letters")
    void hosts(String attribute, String expected) {
        RealmModel realm = Answers.by(RealmModel.class, (method, arguments) -> {
            if (method.equals("getAttribute") && arguments[0].equals("micloud.logoHosts")) {
                return attribute;
            }
            throw Answers.unexpected(method);
        });
        assertThat(LogoHosts.of(realm)).isEqualTo(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")));
    }
}
