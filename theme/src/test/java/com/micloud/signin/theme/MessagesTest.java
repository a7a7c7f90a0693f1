package com.micloud.signin.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts, in every language that the theme offers. */
final class MessagesTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)[,}]");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)[^}]*}");

    static Stream<Arguments> bundles() {
        return Stream.of("login", "email")
                .flatMap(type -> ThemeChain.LANGUAGES.stream().map(language -> Arguments.of(type, language)));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasTheSameTextsAsEnglish(String type, String language) {
        ThemeChain theme = new ThemeChain(type);
        assertThat(new TreeSet<>(theme.own(language).stringPropertyNames()))
                .isEqualTo(new TreeSet<>(theme.own("en").stringPropertyNames()));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void hasTheSamePlaceholdersAsEnglish(String type, String language) {
        Properties english = new ThemeChain(type).own("en");
        Properties texts = new ThemeChain(type).own(language);
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(texts.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isPlainTextThatTheFormatterKeepsWhole(String type, String language) {
        Properties texts = new ThemeChain(type).own(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            // Plural forms have signs of their own.
            String words = text.replaceAll("[|,]\\d+[#<]", "");
            assertThat(words)
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("<", ">", "&", "''")
                    .isEqualTo(words.strip());
            if (words.equals(text)) {
                String formatted =
                        new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {"0", "1", "2"});
                assertThat(formatted)
                        .as(key)
                        .isEqualTo(PLACEHOLDER.matcher(text).replaceAll("$1"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void saysSomethingForEveryNumber(String type, String language) {
        Properties texts = new ThemeChain(type).own(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            if (text.contains(",choice,")) {
                MessageFormat format = new MessageFormat(text, Locale.forLanguageTag(language));
                for (int number : new int[] {0, 1, 2, 3, 10, 11, 100}) {
                    assertThat(format.format(new Object[] {number}))
                            .as(key)
                            .isNotBlank()
                            .doesNotContain("{", "#", "|", "choice");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "en, 0, Your password expires today",
        "en, 1, Your password expires in 1 day",
        "en, 14, Your password expires in 14 days",
        "fr, 1, Votre mot de passe expire dans 1 jour",
        "fr, 2, Votre mot de passe expire dans 2 jours",
        "de, 1, Ihr Passwort läuft in 1 Tag ab",
        "de, 10, Ihr Passwort läuft in 10 Tagen ab",
        "ar, 1, تنتهي صلاحية كلمة المرور بعد يوم واحد",
        "ar, 2, تنتهي صلاحية كلمة المرور بعد يومين",
    })
    void saysHowManyDaysAPasswordLives(String language, int days, String text) {
        assertThat(expiresIn(language, days)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"3, أيام", "10, أيام", "11, يومًا", "99, يومًا"})
    void countsDaysAsArabicDoes(int days, String noun) {
        assertThat(expiresIn("ar", days)).endsWith(" " + noun);
    }

    private static String expiresIn(String language, int days) {
        String forms = new ThemeChain("login").own(language).getProperty("micloudPasswordExpires");
        return new MessageFormat(forms, Locale.forLanguageTag(language)).format(new Object[] {days});
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void isTranslated(String type, String language) {
        Properties english = new ThemeChain(type).own("en");
        Properties texts = new ThemeChain(type).own(language);
        // Names of languages are the same everywhere; short words may be.
        List<String> same = english.stringPropertyNames().stream()
                .filter(key -> !key.startsWith("locale_"))
                .filter(key -> english.getProperty(key).length() > 20)
                .filter(key -> english.getProperty(key).equals(texts.getProperty(key)))
                .toList();
        if (language.equals("en")) {
            assertThat(same).isNotEmpty();
        } else {
            assertThat(same).isEmpty();
        }
    }

    @Test
    void offersExactlyTheLanguagesThatItHas() {
        for (String type : List.of("login", "email")) {
            assertThat(new ThemeChain(type).properties().getProperty("locales").split(","))
                    .containsExactlyElementsOf(ThemeChain.LANGUAGES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void overridesNothingThatKeycloakNoLongerHas(String type) {
        ThemeChain theme = new ThemeChain(type);
        Set<String> stale = new TreeSet<>(theme.own("en").stringPropertyNames());
        // Mails name required actions by their ids, for some of which Keycloak has no name.
        stale.removeIf(
                key -> key.startsWith("micloud") || key.startsWith("locale_") || key.startsWith("requiredAction."));
        stale.removeAll(theme.stock("en").stringPropertyNames());
        assertThat(stale).isEmpty();
    }

    @Test
    void hasTheTextsThatTheFlowAsksFor() {
        assertThat(new ThemeChain("login").own("en").stringPropertyNames())
                .contains(
                        "micloudUsernameMissing",
                        "micloudUsernameInvalid",
                        "micloudAccountMissing",
                        "micloudAccountUnknown",
                        "micloudAccountConflict",
                        "micloudAccountAmbiguous",
                        "micloudAccountMany",
                        "micloudPasswordWrong",
                        "micloudPasswordWrongNoReset",
                        "micloudPasswordMissing",
                        "micloudProviderFailed",
                        "micloudProviderCancelled",
                        "micloudProviderUnavailable",
                        "micloudRefusedNoAccount",
                        "micloudRefusedAccountDisabled",
                        "micloudRefusedUserDisabled",
                        "micloudRefusedNotMember",
                        "micloudRefusedUsernameMismatch",
                        "micloudRefusedSubjectMismatch",
                        "micloudRefusedWrongProvider",
                        "micloudRefusedNotStartedHere",
                        "micloudRefusedApplicationWithoutSso",
                        "micloudRefusedAccountMisconfigured",
                        "micloudRefusedMethod",
                        "micloudRefusedTooManyTries",
                        "micloudRefusedUnknownApplication",
                        "micloudRefusedSessionExpired",
                        "micloudRefusedRenamed",
                        "micloudRefusedOwnProof",
                        "micloudRefusedRealmClosed",
                        "micloudConfirmedTitle",
                        "micloudConfirmedUsername",
                        "micloudConfirmedEmail",
                        "micloudConfirmedBoth",
                        "micloudConfirmOver",
                        "micloudConfirmTaken");
    }

    /** The numbers of the arguments that a text takes, those inside plural forms included. */
    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
