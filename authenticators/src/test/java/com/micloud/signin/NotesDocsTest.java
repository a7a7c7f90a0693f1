package com.micloud.signin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever looks for a note finds in one place which class owns it, and a name that nobody listed fails the build. */
@DisplayName("The page about where state is kept")
final class NotesDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "notes.md");
    private static final Path SOURCE = Path.of("src", "main", "java");

    /** Names of ours; ids of providers, templates and messages have no dot and no underscore after the first word. */
    private static final Pattern NAME = Pattern.compile("\"((?:micloud[._]|MICLOUD_)[\\w.]*)\"");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** One name with one of its places. */
    private record Row(String name, String place, String owner) {

        String nameAndOwner() {
            return name + " of " + owner;
        }

        String nameAndPlace() {
            return name + " as " + place;
        }
    }

    @Test
    @DisplayName("lists each name with the class that has it in its source, and no other")
    void complete() {
        Set<String> listed = rows().map(Row::nameAndOwner).collect(toCollection(TreeSet::new));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(inSource());
    }

    @Test
    @DisplayName("gives each name in one place to one class")
    void oneOwner() {
        TreeMap<String, Set<String>> owners = rows().collect(
                        groupingBy(Row::nameAndPlace, TreeMap::new, mapping(Row::owner, toCollection(TreeSet::new))));
        owners.values().removeIf(classes -> classes.size() == 1);
        assertThat(owners).isEmpty();
    }

    @Test
    @DisplayName("says of each place how long a value is there")
    void places() {
        Set<String> explained = table("place").map(cells -> cells.get(0)).collect(toCollection(TreeSet::new));
        Set<String> used = rows().map(Row::place).collect(toCollection(TreeSet::new));
        assertThat(used).containsExactlyInAnyOrderElementsOf(explained);
    }

    private static Stream<Row> rows() {
        return table("name").flatMap(cells -> code(cells.get(0))
                .flatMap(name -> Arrays.stream(cells.get(1).split(", ", -1))
                        .map(place -> new Row(
                                name, place, code(cells.get(2)).findFirst().orElseThrow()))));
    }

    /** The cells of the rows of the table whose first column has that heading. */
    private static Stream<List<String>> table(String heading) {
        return text(PAGE)
                .lines()
                .dropWhile(line -> !line.startsWith("| " + heading + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .skip(1)
                        .map(String::strip)
                        .toList());
    }

    private static Stream<String> code(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1));
    }

    private static Set<String> inSource() {
        try (Stream<Path> files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> NAME.matcher(text(file))
                            .results()
                            .map(NotesDocsTest::written)
                            .map(name -> name + " of "
                                    + file.getFileName().toString().replace(".java", "")))
                    .collect(toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name as the page writes it: one to which something is added ends with three dots. */
    private static String written(MatchResult literal) {
        String name = literal.group(1);
        return name.endsWith(".") || name.endsWith("_") ? name + "…" : name;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
