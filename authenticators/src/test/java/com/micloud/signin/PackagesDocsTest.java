package com.micloud.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever looks for the place of a class finds the packages as they are. */
@DisplayName("The map of the packages in docs/contributing.md")
final class PackagesDocsTest {

    private static final Path SOURCE = Path.of("src", "main", "java", "com", "micloud", "signin");
    private static final Path PAGE = Path.of("..", "docs", "contributing.md");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?com\\.micloud\\.signin\\.([a-z.]+)\\.[A-Z]");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|");
    private static final Pattern ARROW = Pattern.compile("(?m)^ +([a-z.]+) --> ([a-z.]+)$");

    @Test
    @DisplayName("has every package, from the bottom to the top")
    void order() throws IOException {
        List<String> rows =
                ROW.matcher(map()).results().map(row -> row.group(1)).toList();
        assertThat(rows).isEqualTo(ArchitectureTest.PACKAGES);
    }

    @Test
    @DisplayName("draws what each package uses, directly or by another one")
    void arrows() throws IOException {
        Map<String, Set<String>> drawn = new TreeMap<>();
        ARROW.matcher(map()).results().forEach(arrow -> add(drawn, arrow.group(1), arrow.group(2)));
        assertThat(closed(drawn)).isEqualTo(closed(used()));
    }

    private static String map() throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("## The packages of `authenticators`");
        return page.substring(from, page.indexOf("\n## ", from + 1));
    }

    /** By imports: byte code does not say from where a constant comes. */
    private static Map<String, Set<String>> used() throws IOException {
        Map<String, Set<String>> used = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCE)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                String from = SOURCE.relativize(file.getParent())
                        .toString()
                        .replace('/', '.')
                        .replace('\\', '.');
                IMPORT.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .filter(to -> !to.equals(from) && ArchitectureTest.PACKAGES.contains(to))
                        .forEach(to -> add(used, from, to));
            }
        }
        return used;
    }

    private static void add(Map<String, Set<String>> graph, String from, String to) {
        graph.computeIfAbsent(from, first -> new TreeSet<>()).add(to);
    }

    /** All that is reached by one arrow or more. */
    private static Map<String, Set<String>> closed(Map<String, Set<String>> graph) {
        Map<String, Set<String>> closed = new TreeMap<>();
        for (String from : ArchitectureTest.PACKAGES) {
            Set<String> reached = new TreeSet<>();
            // What a package uses stands before it, and is closed already.
            for (String to : graph.getOrDefault(from, Set.of())) {
                reached.add(to);
                reached.addAll(closed.getOrDefault(to, Set.of()));
            }
            closed.put(from, reached);
        }
        return closed;
    }
}
