package com.micloud.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.ledger.LedgerPage;
import com.micloud.signin.ledger.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever a new version of Keycloak can break shows in a diff of the page when we begin to use it. */
@DisplayName("docs/ledger.md")
final class LedgerTest {

    private static final Path PAGE = Path.of("..", "docs", "ledger.md");
    private static final Path ACCEPTANCE_TESTS = Path.of("..", "acceptance-tests", "src", "test", "java");

    @Test
    @DisplayName("says what the byte code says; with -Dledger.write it is written")
    void upToDate() throws IOException {
        String text = LedgerPage.text();
        if (System.getProperty("ledger.write") != null) {
            Files.writeString(PAGE, text);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }

    @Test
    @DisplayName("names each copied text with the classes that have it")
    void copiedTexts() {
        assertThat(Texts.misplaced()).isEmpty();
    }

    @Test
    @DisplayName("leaves out no text that our classes share with Keycloak's, but for declared words of our own")
    void allTexts() {
        assertThat(Texts.undeclared())
                .as("copied from Keycloak, or a word of our own? CopiedText")
                .isEmpty();
        assertThat(Texts.outdatedWords()).isEmpty();
    }

    @Test
    @DisplayName("names tests that are there")
    void tests() {
        assertThat(Texts.tests()).allSatisfy(test -> {
            String type = test.replaceFirst("#.*", "");
            String method = test.replaceFirst(".*#", "");
            assertThat(source(type)).as(test).hasValueSatisfying(source -> assertThat(source)
                    .contains(" void " + method + "("));
        });
    }

    private static Optional<String> source(String type) {
        try (Stream<Path> files = Files.walk(ACCEPTANCE_TESTS)) {
            Optional<Path> found = files.filter(
                            file -> file.getFileName().toString().equals(type + ".java"))
                    .findFirst();
            return found.map(file -> {
                try {
                    return Files.readString(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
