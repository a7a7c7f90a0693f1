package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

@DisplayName("The settings for reset mails")
final class ResetSettingsTest {

    private final Map<String, String> attributes = new HashMap<>();
    private final RealmModel realm = Answers.by(RealmModel.class, (method, arguments) -> {
        if (method.equals("getAttribute")) {
            return attributes.get(arguments[0]);
        }
        throw Answers.unexpected(method);
    });

    @Test
    @DisplayName("have a value each where the realm says nothing")
    void usual() {
        assertThat(ResetSettings.of(realm)).isEqualTo(new ResetSettings(900, 5, 5, 100, 50, List.of()));
    }

    @Test
    @DisplayName("are all read, with blanks around them")
    void read() {
        attributes.put("micloud.resetCodeLifespan", " 600 ");
        attributes.put("micloud.resetCodeTries", "3");
        attributes.put("micloud.resetMailsPerUser", "4");
        attributes.put("micloud.resetMailsPerAddress", "1000");
        attributes.put("micloud.resetWrongCodes", "20");
        assertThat(ResetSettings.of(realm)).isEqualTo(new ResetSettings(600, 3, 4, 1000, 20, List.of()));
    }

    @ParameterizedTest(name = "{0} from {1} to {2}, else {3}")
    @CsvSource({
        "micloud.resetCodeLifespan, 60, 3600, 900",
        "micloud.resetCodeTries, 1, 10, 5",
        "micloud.resetMailsPerUser, 1, 20, 5",
        "micloud.resetMailsPerAddress, 1, 10000, 100",
        "micloud.resetWrongCodes, 1, 200, 50"
    })
    @DisplayName("have limits; a value outside them is a mistake, which counts as absent")
    void limits(String attribute, int least, int most, int usual) {
        assertTaken(attribute, String.valueOf(least), least);
        assertTaken(attribute, String.valueOf(most), most);
        for (String wrong : List.of(
                String.valueOf(least - 1),
                String.valueOf(most + 1),
                "-" + least,
                "+" + least,
                least + ".0",
                "0x10",
                "many",
                "9999999999",
                "\u0661\u0662\u0660")) {
            attributes.put(attribute, wrong);
            assertThat(value(attribute)).isEqualTo(usual);
            assertThat(ResetSettings.of(realm).mistakes())
                    .containsExactly(attribute + " is '" + wrong + "', not a number from " + least + " to " + most
                            + ", so it is taken for " + usual);
        }
        assertTaken(attribute, " ", usual);
    }

    private void assertTaken(String attribute, String written, int expected) {
        attributes.put(attribute, written);
        assertThat(value(attribute)).isEqualTo(expected);
        assertThat(ResetSettings.of(realm).mistakes()).isEmpty();
    }

    private int value(String attribute) {
        ResetSettings settings = ResetSettings.of(realm);
        return switch (attribute) {
            case "micloud.resetCodeLifespan" -> settings.codeLifespan();
            case "micloud.resetCodeTries" -> settings.codeTries();
            case "micloud.resetMailsPerUser" -> settings.mailsPerUser();
            case "micloud.resetMailsPerAddress" -> settings.mailsPerAddress();
            default -> settings.wrongCodes();
        };
    }
}
