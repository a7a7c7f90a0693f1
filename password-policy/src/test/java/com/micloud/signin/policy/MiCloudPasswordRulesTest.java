package com.micloud.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MiCloudPasswordRulesTest {

    private static final MiCloudPasswordRules RULES = MiCloudPasswordRules.of(PasswordSettings.DEFAULT);

    @Test
    @DisplayName("the rules stand in a fixed order under fixed names")
    void order() {
        assertThat(RULES.all())
                .extracting(PasswordRule::name)
                .containsExactly("length", "digit", "letter", "special", "space", "different");
    }

    @Test
    @DisplayName("all broken rules are told at once")
    void allAtOnce() {
        assertThat(broken(" ")).containsExactly("length", "digit", "letter", "special", "space");
        assertThat(broken("")).containsExactly("length", "digit", "letter", "special");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Acme-Pass1", "Bob_Pass12", "Cara=Pass1", "Nora+Pass1", "Alex#Pass1", "Zoe!Pass12"})
    void ordinaryGoodPasswordsBreakNothing(String password) {
        assertThat(broken(password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"äöüß1a@ñ", "пароль1a@", "1a@\"'\\<>{}", "１a1@漢字かな"})
    @DisplayName("other characters are allowed beside the required ones")
    void otherCharacters(String password) {
        assertThat(broken(password)).isEmpty();
    }

    @Nested
    final class Length {

        @ParameterizedTest
        @CsvSource({"7, false", "8, true", "16, true", "17, false"})
        void endsAtTheBoundaries(int length, boolean good) {
            assertThat(broken("a1@" + "x".repeat(length - 3)).isEmpty()).isEqualTo(good);
        }

        @ParameterizedTest
        @CsvSource({"7, false", "8, true", "16, true", "17, false"})
        @DisplayName("a character outside the basic plane counts as one")
        void codePoints(int length, boolean good) {
            assertThat(broken("a1@" + "\uD83D\uDE00".repeat(length - 3)).isEmpty())
                    .isEqualTo(good);
        }

        @Test
        void isWhatTheRealmSays() {
            MiCloudPasswordRules rules = MiCloudPasswordRules.of(PasswordSettings.parse("10-12"));

            assertThat(rules.brokenBy(NewPassword.of("a1@xxxxxx")))
                    .extracting(PasswordRule::name)
                    .containsExactly("length");
            assertThat(rules.brokenBy(NewPassword.of("a1@xxxxxxx"))).isEmpty();
            assertThat(rules.brokenBy(NewPassword.of("a1@xxxxxxxxx"))).isEmpty();
            assertThat(rules.brokenBy(NewPassword.of("a1@xxxxxxxxxx")))
                    .extracting(PasswordRule::name)
                    .containsExactly("length");
        }

        @Test
        void isSaidInTheArgumentsOfTheMessage() {
            assertThat(RULES.all().get(0).messageArguments()).containsExactly("8", "16");
        }

        @Test
        void ofAnEnormousPasswordIsJudgedToo() {
            assertThat(broken("x".repeat(2_000_000))).containsExactly("length", "digit", "special");
        }

        @Test
        void aLineEndAtTheEndIsCounted() {
            assertThat(broken("a1@xxxxxxxxxxxxx\n")).containsExactly("length", "space");
        }
    }

    @Nested
    final class Digit {

        @ParameterizedTest
        @ValueSource(strings = {"/", ":", "٣", "３", "²", "Ⅷ", "o"})
        void isOnlyAnAsciiDigit(String notADigit) {
            assertThat(broken("abcdef@" + notADigit)).containsExactly("digit");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "1", "5", "9"})
        void mayBeAnyOfTheTen(String digit) {
            assertThat(broken("abcdef@" + digit)).isEmpty();
            assertThat(broken(digit + "abcdef@")).isEmpty();
        }
    }

    @Nested
    final class Letter {

        @ParameterizedTest
        @ValueSource(strings = {"`", "{", "[", "é", "ß", "а", "ａ", "ı", "\u212A"})
        void isOnlyAnEnglishOne(String notALetter) {
            assertThat(broken("123456@" + notALetter)).containsExactly("letter");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "z", "A", "Z"})
        void mayBeSmallOrCapital(String letter) {
            assertThat(broken("123456@" + letter)).isEmpty();
            assertThat(broken(letter + "123456@")).isEmpty();
        }
    }

    @Nested
    final class Special {

        @ParameterizedTest
        @ValueSource(strings = {"@", "!", "#", "$", "%", "&", "_", "-", "=", "+"})
        void isAnyOfTheList(String special) {
            assertThat(broken("abcdef1" + special)).isEmpty();
            assertThat(broken(special + "abcdef1")).isEmpty();
        }

        @Test
        @DisplayName("no other ASCII character counts")
        void noOther() {
            List<String> others = IntStream.rangeClosed('!', '~')
                    .filter(c -> !Character.isLetterOrDigit(c))
                    .filter(c -> SpecialCharacters.DEFAULT.characters().indexOf(c) < 0)
                    .mapToObj(Character::toString)
                    .toList();

            assertThat(others).hasSize(22).allSatisfy(other -> assertThat(broken("abcdef1" + other))
                    .containsExactly("special"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"＠", "！", "–", "−", "＿", "£", "€"})
        void lookAlikesDoNotCount(String lookAlike) {
            assertThat(broken("abcdef1" + lookAlike)).containsExactly("special");
        }

        @Test
        void theMessageListsThem() {
            assertThat(RULES.all().get(3).messageArguments()).containsExactly("@ ! # $ % & _ - = +");
        }
    }

    @Nested
    final class Space {

        static Stream<String> spaces() {
            return Stream.of(
                            "0009 000A 000B 000C 000D 0020 0085 00A0 1680 2000 2007 200A 2028 2029 202F 205F 3000",
                            "0000 0001 001F 007F 0080 009F",
                            "00AD 034F 061C 115F 1160 17B4 17B5 180B 180C 180D 180E 180F 200B 200C 200D 200E 200F",
                            "202A 202E 2060 2064 2065 2066 206F 2800 3164 FE00 FE0F FEFF FFA0 FFF0 FFF9",
                            "1BCA0 1D173 1D17A E0001 E0020 E007F E0100 E01EF E0FFF")
                    .flatMap(line -> Stream.of(line.split(" ")));
        }

        @ParameterizedTest
        @MethodSource("spaces")
        @DisplayName("blank, control and zero-width characters count as one, wherever they stand")
        void everyKind(String codePoint) {
            String space = Character.toString(Integer.parseInt(codePoint, 16));

            assertThat(broken(space + "abcdef1@")).containsExactly("space");
            assertThat(broken("abcd" + space + "ef1@")).containsExactly("space");
            assertThat(broken("abcdef1@" + space)).containsExactly("space");
        }

        @Test
        @DisplayName("everything that Java calls a space, a control or a format character is one")
        void categories() {
            String missed = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                    .filter(c -> Character.isWhitespace(c)
                            || Character.isSpaceChar(c)
                            || Character.isISOControl(c)
                            || Character.getType(c) == Character.FORMAT)
                    .filter(c -> RULES.all().get(4).isMetBy(NewPassword.of(Character.toString(c))))
                    .mapToObj(Integer::toHexString)
                    .collect(Collectors.joining(" "));

            assertThat(missed).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"!", "~", "¡", "®", "e\u0301", "가", "⠁", "\uD83D\uDE00", "\uDB44\uDC00"})
        void whatCanBeSeenIsNone(String visible) {
            assertThat(broken("abcdef1@" + visible)).isEmpty();
        }
    }

    @Nested
    final class Different {

        private final NewPassword same = NewPassword.of("Acme-Pass1").unlike("Acme-Pass1"::equals);

        @Test
        void isBrokenByTheCurrentOneOnly() {
            assertThat(RULES.brokenBy(same)).extracting(PasswordRule::name).containsExactly("different");
            assertThat(RULES.brokenBy(NewPassword.of("acme-pass1").unlike("Acme-Pass1"::equals)))
                    .isEmpty();
        }

        @Test
        @DisplayName("is told together with all that the current one breaks besides")
        void togetherWithTheOthers() {
            assertThat(RULES.brokenBy(NewPassword.of("old").unlike("old"::equals)))
                    .extracting(PasswordRule::name)
                    .containsExactly("length", "digit", "special", "different");
        }

        @Test
        void canBeDecidedByTheServerOnly() {
            assertThat(RULES.all())
                    .filteredOn(rule -> rule.form().isEmpty())
                    .extracting(PasswordRule::name)
                    .containsExactly("different");
        }
    }

    private static List<String> broken(String password) {
        return RULES.brokenBy(NewPassword.of(password)).stream()
                .map(PasswordRule::name)
                .toList();
    }
}
