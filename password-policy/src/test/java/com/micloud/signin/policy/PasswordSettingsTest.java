package com.micloud.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PasswordPolicyConfigException;

final class PasswordSettingsTest {

    private static final String TEN = "@!#$%&_-=+";

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "undefined", "8-16", " 8 - 16 ", "8-16 @!#$%&_-=+", "8-16 strength=0"})
    @DisplayName("8 to 16, the ten special characters and every strength hold when nothing else is said")
    void defaults(String config) {
        assertThat(PasswordSettings.parse(config)).isEqualTo(PasswordSettings.DEFAULT);
        assertThat(PasswordSettings.DEFAULT.specials().characters()).isEqualTo(TEN);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "12-64 ?*, 12, 64, ?*, 0",
                "8-16 = strength=3, 8, 16, =, 3",
                "8-16 strength=1 =+, 8, 16, =+, 1",
                "10 - 20   -  , 10, 20, -, 0",
                "8-16 !\"#$%&'*+-./:;<=>?@[\\]^_{|}~, 8, 16, !\"#$%&'*+-./:;<=>?@[\\]^_{|}~, 0"
            })
    void areRead(String config, int shortest, int longest, String specials, int strength) {
        assertThat(PasswordSettings.parse(config))
                .isEqualTo(new PasswordSettings(
                        new PasswordLength(shortest, longest), new SpecialCharacters(specials), strength));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "8-16 @@, The special character @ stands twice",
                "8-16 @A, A cannot be a special character: it is a letter or a digit",
                "8-16 @1, 1 cannot be a special character: it is a letter or a digit",
                "8-16 @é, U+00E9 cannot be a special character: it is a letter or a digit",
                "8-16 @(, `( cannot be a special character: it is a parenthesis, which ends the setting`",
                "8-16 @), `) cannot be a special character: it is a parenthesis, which ends the setting`",
                "8-16 @\u200B, U+200B cannot be a special character: it is blank or not on every keyboard",
                "8-16 @\u00A0, U+00A0 cannot be a special character: it is blank or not on every keyboard",
                "8-16 €, U+20AC cannot be a special character: it is blank or not on every keyboard",
                "8-16 \uD83D\uDE00, U+1F600 cannot be a special character: it is blank or not on every keyboard",
                "8-16 strength=4, The strength to insist on is a number from 0 (any) to 3 (good)",
                "8-16 strength=, The strength to insist on is a number from 0 (any) to 3 (good)",
                "8-16 strength=good, The strength to insist on is a number from 0 (any) to 3 (good)",
                "8-16 @ !, `Write the lengths, then the special characters with no blanks between them,"
                        + " then the strength, for example 8-16 @!#$%&_-=+ strength=2`",
                "8-16 strength=1 strength=2, `Write the lengths, then the special characters with no blanks between"
                        + " them, then the strength, for example 8-16 @!#$%&_-=+ strength=2`",
                "@!#, `\"@!#\" is not a range of lengths. Write shortest-longest, for example 8-16`",
                "4-16 @!#, A password length lies between 6 and 128"
            })
    @DisplayName("are refused with the reason when they make no sense")
    void areRefused(String config, String reason) {
        assertThatThrownBy(() -> PasswordSettings.parse(config))
                .isInstanceOf(PasswordPolicyConfigException.class)
                .hasMessage(reason);
    }

    @Test
    void areWrittenAsTheyAreRead() {
        PasswordSettings settings = PasswordSettings.parse("12-64 ?* strength=2");

        assertThat(settings.asConfig()).isEqualTo("12-64 ?* strength=2");
        assertThat(PasswordSettings.parse(PasswordSettings.DEFAULT.asConfig())).isEqualTo(PasswordSettings.DEFAULT);
    }

    @Test
    @DisplayName("decide which characters a password needs one of")
    void decide() {
        MiCloudPasswordRules rules = MiCloudPasswordRules.of(PasswordSettings.parse("8-16 ]^-\\"));

        for (String special : new String[] {"]", "^", "-", "\\"}) {
            assertThat(rules.brokenBy(NewPassword.of("abcdef1" + special))).isEmpty();
        }
        for (String other : new String[] {"@", "[", "_", "."}) {
            assertThat(rules.brokenBy(NewPassword.of("abcdef1" + other)))
                    .extracting(PasswordRule::name)
                    .containsExactly("special");
        }
    }
}
