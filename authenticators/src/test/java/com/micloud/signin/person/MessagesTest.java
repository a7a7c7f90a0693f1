package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The jar brings the words that the account console shows at a field")
final class MessagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "fr_CA", "es", "de", "nl", "it", "pt_BR", "ja", "ar"})
    @DisplayName("in every language, for every theme")
    void everyLanguage(String language) throws IOException {
        Properties words = new Properties();
        try (var in = MessagesTest.class.getResourceAsStream(
                "/theme-resources/messages/messages_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(words)
                .containsOnlyKeys("micloudProofNeeded", "micloudUsernameNotAddress", "micloudConfirmTooMany")
                .allSatisfy((key, text) -> assertThat(text.toString()).isNotBlank());
    }
}
