package com.micloud.signin.acceptance.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What {@link StockWalk} was answered by a server without the jars. */
final class RecordedWalk {
    private static final Path FILE = Path.of("acceptance-tests/src/test/resources/stock-walk.txt");

    /** Keycloak's `BrowserSecurityHeaders` with their defaults, and its `CacheControlUtil`. */
    private static final Map<String, String> ADDED = Map.of(
            "Cache-Control", "no-store, must-revalidate, max-age=0",
            "Content-Security-Policy", "frame-src 'self'; frame-ancestors 'self'; object-src 'none';",
            "Referrer-Policy", "no-referrer",
            "Strict-Transport-Security", "max-age=31536000; includeSubDomains",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "SAMEORIGIN",
            "X-Robots-Tag", "none");

    private static final Predicate<String> IS_HEADER = line -> line.startsWith(Transcript.HEADER);

    private RecordedWalk() {}

    static List<String> onBareServer() throws IOException {
        return Files.readAllLines(Settings.root().resolve(FILE));
    }

    static void record(List<String> walked) throws IOException {
        Files.write(Settings.root().resolve(FILE), walked);
    }

    /** The jars add security headers and the ban on caching in every realm (docs/replaced.md), and change nothing else. */
    static void assertSameWithJars(List<String> walked) throws IOException {
        var bare = onBareServer();
        assertThat(String.join("\n", withoutHeaders(walked))).isEqualTo(String.join("\n", withoutHeaders(bare)));
        var before = headers(bare);
        var after = headers(walked);
        before.forEach((place, headers) -> assertThat(after.get(place))
                .as("headers after line %d: none is lost", place)
                .containsKeys(headers.keySet().toArray(String[]::new)));
        after.forEach((place, headers) -> headers.forEach((name, value) -> {
            var stock = before.getOrDefault(place, Map.of()).get(name);
            if (!value.equals(stock)) {
                assertThat(value)
                        .as("%s after line %d, instead of %s", name, place, stock)
                        .isEqualTo(ADDED.get(name));
            }
        }));
    }

    private static List<String> withoutHeaders(List<String> walked) {
        return walked.stream().filter(IS_HEADER.negate()).toList();
    }

    /** By the number of the line before them, headers not counted. */
    private static Map<Integer, Map<String, String>> headers(List<String> walked) {
        var headers = new TreeMap<Integer, Map<String, String>>();
        var lines = new ArrayList<String>();
        for (var line : walked) {
            if (IS_HEADER.test(line)) {
                var parts = line.substring(Transcript.HEADER.length()).split(": ", 2);
                headers.computeIfAbsent(lines.size(), place -> new TreeMap<>()).put(parts[0], parts[1]);
            } else {
                lines.add(line);
            }
        }
        return headers;
    }
}
