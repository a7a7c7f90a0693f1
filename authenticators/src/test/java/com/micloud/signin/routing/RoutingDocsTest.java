package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code -Ddocs.write=true} the page is brought up to date instead. */
@DisplayName("The page about routing")
final class RoutingDocsTest {

    private static final Path PAGE = Path.of("..", "docs", "routing.md");

    @ParameterizedTest
    @ValueSource(strings = {"username.table", "sign-in.table", "account-choice.table"})
    @DisplayName("shows the tables that the code reads")
    void showsTheTables(String name) throws IOException {
        String start = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        String page = Files.readString(PAGE);
        int from = page.indexOf(start) + start.length();
        int to = page.indexOf(end);
        String expected = markdown(DecisionTable.load(name));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page.substring(0, from) + expected + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(expected);
        }
    }

    private static String markdown(DecisionTable table) {
        Stream<String> heading = Stream.of(
                line(Stream.concat(table.columns().stream(), Stream.of("**decision**"))),
                line(Stream.generate(() -> "---").limit(table.columns().size() + 1)));
        Stream<String> rows = table.rows().stream()
                .map(row -> line(Stream.concat(
                        row.conditions().stream().map(words -> words.stream()
                                .sorted()
                                .map(word -> word.equals("*") ? "any" : word)
                                .collect(Collectors.joining(" or "))),
                        Stream.of("**" + row.outcome() + "**"))));
        return Stream.concat(heading, rows).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }
}
