package com.micloud.signin.acceptance.session;

import com.micloud.signin.acceptance.harness.DocsTable;
import com.micloud.signin.acceptance.harness.Settings;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One row of the table in docs/sessions.md, read for one kind of application.
 *
 * @param policy the sign-in policy of the account that is wanted
 * @param browser what the browser has behind it
 * @param kind which kind of application asks
 * @param asked what the user is asked for, and where that leads
 * @param silently what the application gets for prompt=none
 */
record ReturningRow(String policy, Browser browser, String kind, String asked, String silently) {
    /** Each group shares two columns. */
    private static final List<List<String>> KINDS =
            List.of(List.of("web", "mobile"), List.of("desktop", "credentials"), List.of("session"));

    /**
     * The rows of the page, in its order, each once for every kind of application. In a sample each cell is read for one
     * of the kinds that share it.
     */
    static List<ReturningRow> all() {
        return DocsTable.rows("sessions.md", "coming back").stream()
                .flatMap(ReturningRow::ofKinds)
                .toList();
    }

    private static Stream<ReturningRow> ofKinds(List<String> cells) {
        if (cells.size() != 2 + 2 * KINDS.size()) {
            throw new IllegalStateException("Not eight cells: " + cells);
        }
        return IntStream.range(0, KINDS.size()).boxed().flatMap(group -> kinds(group, cells).stream()
                .map(kind -> new ReturningRow(
                        cells.get(0),
                        Browser.of(cells.get(1)),
                        kind,
                        cells.get(2 + 2 * group),
                        cells.get(3 + 2 * group))));
    }

    private static List<String> kinds(int group, List<String> cells) {
        var kinds = KINDS.get(group);
        var one = Math.floorMod(List.of(cells.get(0), cells.get(1)).hashCode(), kinds.size());
        return Settings.whole() ? kinds : List.of(kinds.get(one));
    }

    @Override
    public String toString() {
        return "%s, account %s, browser %s: %s; silently %s".formatted(kind, policy, browser, asked, silently);
    }
}
