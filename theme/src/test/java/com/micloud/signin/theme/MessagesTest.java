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
import org.junit.jupiter.params.provider.MethodSource;

/** The texts, in every language that the theme offers. */
final class MessagesTest {

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
            assertThat(text)
                    .as(key)
                    .isNotBlank()
                    .doesNotContain("<", ">", "&", "''")
                    .isEqualTo(text.strip());
            String formatted = new MessageFormat(text, Locale.forLanguageTag(language)).format(new Object[] {"0", "1"});
            assertThat(formatted).as(key).isEqualTo(PLACEHOLDER.matcher(text).replaceAll("$1"));
        }
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

    @Test
    void overridesNothingThatKeycloakNoLongerHas() {
        ThemeChain theme = new ThemeChain("login");
        Set<String> stale = new TreeSet<>(theme.own("en").stringPropertyNames());
        stale.removeIf(key -> key.startsWith("micloud") || key.startsWith("locale_"));
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
                        "micloudRefusedUnknownApplication",
                        "micloudRefusedSessionExpired");
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
