package com.micloud.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages are for readers whose second language is English. */
@DisplayName("The docs")
final class DocsTest {
    private static final int LONGEST_CELL = 25;
    private static final int LONGEST_SENTENCE = 30;

    private static final Path ROOT = Path.of("..");

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\(([^)\\s]*)\\)");
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern ITEM = Pattern.compile("^\\s*(?:[-*]|\\d+\\.) ");
    private static final Pattern END_OF_SENTENCE = Pattern.compile("(?<=[.?!:;])[\"*)]*\\s+");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    @DisplayName("have no cell of a table with more than 25 words, names in code aside")
    void cells() {
        List<String> tooLong = pages().flatMap(page -> text(page)
                        .lines()
                        .filter(line -> line.startsWith("|"))
                        .flatMap(line -> Arrays.stream(line.split("\\|", -1)))
                        .filter(cell -> words(CODE.matcher(cell).replaceAll("")) > LONGEST_CELL)
                        .map(cell -> page + ": " + cell.strip()))
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("have no sentence with more than 30 words")
    void sentences() {
        List<String> tooLong = pages().flatMap(page -> paragraphs(text(page)).stream()
                        .flatMap(END_OF_SENTENCE::splitAsStream)
                        .filter(sentence -> words(sentence) > LONGEST_SENTENCE)
                        .map(sentence -> page + ": " + sentence))
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    @DisplayName("link only to files and headings that exist")
    void links() {
        List<String> broken = pages().flatMap(page -> LINK.matcher(text(page))
                        .results()
                        .map(link -> link.group(2))
                        .filter(target -> !target.matches("[a-z]+:.*") && !isThere(page, target))
                        .map(target -> page + ": " + target))
                .toList();
        assertThat(broken).isEmpty();
    }

    @Test
    @DisplayName("have a glossary with the words of the sign-in")
    void glossary() {
        assertThat(text(ROOT.resolve("docs/glossary.md")))
                .contains("| account |", "| username |", "| guard |", "| proof |", "| own proof |", "| refusal |")
                .contains("| finding |", "| re-entry |", "| provider |");
    }

    private static boolean isThere(Path page, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path linked = file.isEmpty() ? page : page.resolveSibling(file);
        return Files.exists(linked) && (hash < 0 || anchors(linked).contains(target.substring(hash + 1)));
    }

    private static Set<String> anchors(Path page) {
        return HEADING.matcher(text(page))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : text.lines().toList()) {
            boolean isProse = !line.isBlank() && !line.strip().startsWith("|") && !line.matches("#.*|<!--.*| {4}\\S.*");
            if (!isProse || ITEM.matcher(line).find()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (isProse) {
                paragraph.append(ITEM.matcher(line).replaceFirst("").strip()).append(' ');
            }
        }
        paragraphs.add(paragraph.toString());
        return paragraphs;
    }

    private static long words(String text) {
        return Arrays.stream(LINK.matcher(text).replaceAll("$1").split("\\s+", -1))
                .filter(word -> word.matches(".*[\\p{L}\\p{N}].*"))
                .count();
    }

    private static Stream<Path> pages() {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(
                    Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                    docs.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path page) {
        try {
            return CODE_BLOCK.matcher(Files.readString(page)).replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
