package com.micloud.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The strength of a password")
final class PasswordStrengthTest {

    private static final OwnWords JANE = OwnWords.of("jane.grumblethorpe@wombatworks.example");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "password, 0",
                "drowssap, 0",
                "p@$$w0rd, 0",
                "12345678, 0",
                "aaaaaaaa, 0",
                "qwertyuiop, 0",
                "Password1!, 0",
                "Summer2024!, 1",
                "Qwerty_123, 1",
                "Pa55word#1, 1",
                "19.08.1987aA, 2",
                "abcabcabc1!A, 1",
                "Micloud-2026, 1",
                "kT4$vQ9z, 2",
                "kT4$vQ9zw, 3",
                "kT4$vQ9zwB, 3",
                "kT4$vQ9zwBn, 4",
                "coffee-Ladder7+thistle, 4"
            })
    @DisplayName("is what it takes to guess it")
    void levels(String password, int level) {
        assertThat(PasswordStrength.level(password, OwnWords.of())).isEqualTo(level);
    }

    @Test
    @DisplayName("is less with the user's own names and company")
    void own() {
        for (String password :
                new String[] {"Grumblethorpe1!", "wombatworks-7", "janegrumblethorpe_1", "Wombatw0rks#22"}) {
            assertThat(PasswordStrength.level(password, OwnWords.of()))
                    .as(password)
                    .isGreaterThan(2);
            assertThat(PasswordStrength.level(password, JANE)).as(password).isLessThan(2);
        }
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(PasswordStrength.level("", JANE)).isZero();
    }

    @Test
    @DisplayName("is found within a second, whatever is sent")
    void bounded() {
        long start = System.nanoTime();
        for (String password : new String[] {"a".repeat(100_000), "ab1".repeat(30_000), "\uD83D\uDE00".repeat(1000)}) {
            assertThat(PasswordStrength.level(password, JANE)).isBetween(0, PasswordStrength.BEST);
        }
        assertThat((System.nanoTime() - start) / 1_000_000_000.0).isLessThan(1.0);
    }

    @Test
    @DisplayName("is much the same as zxcvbn's, which knows twenty times as many words")
    void likeZxcvbn() {
        Zxcvbn zxcvbn = new Zxcvbn();
        Set<String> passwords = new LikelyPasswords(42).some(6000);
        MiCloudPasswordRules rules = MiCloudPasswordRules.of(PasswordSettings.DEFAULT);
        assertThat(passwords)
                .allMatch(password -> rules.brokenBy(NewPassword.of(password)).isEmpty());
        int near = 0;
        int weak = 0;
        int weakShownAsGood = 0;
        for (String password : passwords) {
            int theirs = zxcvbn.measure(password).getScore();
            int ours = PasswordStrength.level(password, OwnWords.of());
            near += Math.abs(theirs - ours) <= 1 ? 1 : 0;
            if (theirs <= 1) {
                weak++;
                weakShownAsGood += ours >= 3 ? 1 : 0;
            }
        }
        // The figures of docs/passwords.md.
        assertThat(100.0 * near / passwords.size()).isCloseTo(95.5, within(0.1));
        assertThat(100.0 * weakShownAsGood / weak).isCloseTo(1.6, within(0.1));
    }

    @Test
    @DisplayName("takes eight kilobytes at most to show, and the script of the rules two")
    void weight() throws IOException {
        int strength = zipped(PasswordScript.STRENGTH) + zipped(PasswordScript.WORDS);
        assertThat(strength).isLessThanOrEqualTo(8 * 1024);
        assertThat(zipped(PasswordScript.RULES)).isLessThanOrEqualTo(2 * 1024);
    }

    @Test
    @DisplayName("is told by scripts whose addresses Keycloak knows to change with their content")
    void addresses() {
        for (PasswordScript script :
                new PasswordScript[] {PasswordScript.RULES, PasswordScript.STRENGTH, PasswordScript.WORDS}) {
            assertThat(script.path()).matches("js/[a-z]+\\.[0-9a-f]{8}\\.js");
            assertThat(PasswordScript.at(script.path())).contains(script);
        }
        assertThat(PasswordScript.at("js/words.js")).isEmpty();
        assertThat(PasswordScript.at("../words.js")).isEmpty();
    }

    @Test
    @DisplayName("is judged by words of letters and digits, each once")
    void words() throws IOException {
        String script = new String(PasswordScript.WORDS.open().readAllBytes(), StandardCharsets.US_ASCII);
        List<String> words = List.of(script.substring(script.indexOf('"') + 1, script.lastIndexOf('"'))
                .split(" ", -1));
        assertThat(words)
                .hasSizeBetween(500, 2000)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z0-9]{3,16}"));
    }

    private static int zipped(PasswordScript script) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(script.open().readAllBytes());
        }
        return out.size();
    }
}
