package com.micloud.signin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.policy.PolicyError;

final class PasswordMessagesTest {

    private static final MiCloudPasswordRules RULES = MiCloudPasswordRules.of(PasswordSettings.DEFAULT);

    private final PasswordMessages messages = new PasswordMessages();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "abcdef1@ | ''",
                "abcdef@g | This password does not follow the rules. Include at least one digit (0-9).",
                "1@       | This password does not follow the rules. Use 8 to 16 characters."
                        + " Include at least one English letter (A-Z or a-z).",
                "abc defgh | This password does not follow the rules. Include at least one digit (0-9)."
                        + " Include at least one special character (@ ! # $ % & _ - = +)."
                        + " Leave out spaces and invisible characters."
            })
    @DisplayName("one text names every broken rule and no other")
    void english(String password, String text) throws IOException {
        assertThat(text(password, Locale.ENGLISH)).isEqualTo(text);
    }

    @Test
    void theLengthOfTheRealmStandsInTheText() throws IOException {
        PolicyError error = MiCloudPasswordPolicy.verdict(
                MiCloudPasswordRules.of(PasswordSettings.parse("12-64")), NewPassword.of("abcdef1@"));

        assertThat(formatted(error, Locale.ENGLISH)).endsWith(" Use 12 to 64 characters.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "fr-CA", "es", "de", "nl", "it", "pt-BR", "ja", "ar"})
    void everyLanguageSaysEverything(String tag) throws IOException {
        Locale locale = Locale.forLanguageTag(tag);
        Properties texts = messages.getMessages("messages", locale);

        assertThat(texts.stringPropertyNames())
                .isEqualTo(messages.getMessages("messages", Locale.ENGLISH).stringPropertyNames());
        assertThat(texts.stringPropertyNames())
                .contains(MiCloudPasswordPolicy.BROKEN)
                .containsAll(MiCloudPasswordRules.of(PasswordSettings.parse("8-16 strength=1")).all().stream()
                        .map(PasswordRule::messageKey)
                        .toList());
        // A straight apostrophe would quote what follows it.
        assertThat(texts.values()).noneSatisfy(text -> assertThat((String) text).contains("'"));
        assertThat(text(" ", locale)).contains("8", "16", "@ ! # $ % & _ - = +").doesNotContain("{", "}", "|");
        for (PasswordRule rule : RULES.all()) {
            String stated = new MessageFormat(texts.getProperty(rule.messageKey()), locale)
                    .format(rule.messageArguments().toArray());
            assertThat(stated).doesNotContain("{", "}");
            assertThat(rule.messageArguments())
                    .allSatisfy(argument -> assertThat(stated).contains(argument));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "fr-CA", "es", "de", "nl", "it", "pt-BR", "ja", "ar"})
    void eachBrokenRuleAddsItsOwnSentence(String tag) throws IOException {
        Locale locale = Locale.forLanguageTag(tag);

        assertThat(text("abcdefg@", locale)).isNotEqualTo(text("1234567@", locale));
        assertThat(text("abcdefgh", locale))
                .startsWith(text("abcdefg@", locale))
                .hasSizeGreaterThan(text("abcdefg@", locale).length());
    }

    @Test
    @DisplayName("special characters with a meaning in formats come out as they are")
    void awkwardSpecials() throws IOException {
        PolicyError error = MiCloudPasswordPolicy.verdict(
                MiCloudPasswordRules.of(PasswordSettings.parse("8-16 {}'<#|")), NewPassword.of("abcdefg1"));

        assertThat(formatted(error, Locale.ENGLISH)).endsWith(" ({ } ' < # |).");
    }

    @Test
    void theCurrentOneIsTold() throws IOException {
        PolicyError error =
                MiCloudPasswordPolicy.verdict(RULES, NewPassword.of("abcdefg1").unlike("abcdefg1"::equals));

        assertThat(formatted(error, Locale.ENGLISH))
                .isEqualTo("This password does not follow the rules. Include at least one special character"
                        + " (@ ! # $ % & _ - = +). Choose one that is different from the current password.");
    }

    @Test
    void thatItIsTooWeakIsToldWhereTheRealmInsists() throws IOException {
        PolicyError error = MiCloudPasswordPolicy.verdict(
                MiCloudPasswordRules.of(PasswordSettings.parse("8-16 strength=2")), NewPassword.of("password1"));

        assertThat(formatted(error, Locale.ENGLISH))
                .isEqualTo("This password does not follow the rules. Include at least one special character"
                        + " (@ ! # $ % & _ - = +). Choose one that is harder to guess.");
    }

    @Test
    @DisplayName("of somebody unknown it is said neither that it is the current one nor that it is not")
    void undecided() {
        assertThat(MiCloudPasswordPolicy.verdict(RULES, NewPassword.of("abcdefg1"))
                        .getParameters())
                .startsWith(0, 0, 0, 1, 0, -1, 0);
        assertThat(MiCloudPasswordPolicy.verdict(
                                RULES, NewPassword.of("abcdefg1").unlike("other"::equals))
                        .getParameters())
                .startsWith(0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void otherLanguagesAndBundlesAreEmpty() throws IOException {
        assertThat(messages.getMessages("messages", Locale.forLanguageTag("tlh")))
                .isEmpty();
        assertThat(messages.getMessages("other", Locale.ENGLISH)).isEmpty();
    }

    private String text(String password, Locale locale) throws IOException {
        PolicyError error = MiCloudPasswordPolicy.verdict(RULES, NewPassword.of(password));
        return error == null ? "" : formatted(error, locale);
    }

    private String formatted(PolicyError error, Locale locale) throws IOException {
        String pattern = messages.getMessages("messages", locale).getProperty(error.getMessage());
        return new MessageFormat(pattern, locale).format(error.getParameters());
    }
}
