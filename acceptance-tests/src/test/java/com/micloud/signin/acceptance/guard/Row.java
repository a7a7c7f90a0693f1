package com.micloud.signin.acceptance.guard;

import com.micloud.signin.acceptance.harness.DocsTable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One row of a table in docs/endpoints.md.
 *
 * @param addresses the addresses, as in {@code GET account/sessions}, or the name of what is not asked by an address
 * @param members where it is in Keycloak: {@code SessionResource#devices}, or a class
 * @param wall what holds there
 * @param tests the names of the tests that try it
 */
record Row(List<String> addresses, List<String> members, String wall, List<String> tests) {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    /** The rows of a table. */
    static List<Row> of(String table) {
        return DocsTable.rows("endpoints.md", table).stream()
                .map(cells -> new Row(
                        quoted(cells.get(0)),
                        TestNames.spelledOut(quoted(cells.get(1))),
                        cells.get(3),
                        TestNames.spelledOut(quoted(cells.get(4)))))
                .toList();
    }

    /** What stands in quotes in a cell. */
    static List<String> quoted(String cell) {
        return QUOTED.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** Whether a row says in so many words that there is nothing to try. */
    boolean needsNoTest() {
        return wall.startsWith("nothing to protect:");
    }

    /** Whether an endpoint is in this row. */
    boolean lists(Endpoint endpoint) {
        return members.stream().anyMatch(member -> means(member, endpoint))
                && addresses.stream().anyMatch(endpoint::answers);
    }

    /** Whether a name of the second column is this endpoint, whatever its address. */
    static boolean means(String member, Endpoint endpoint) {
        var hash = member.indexOf('#');
        return hash > 0
                && endpoint.isIn(member.substring(0, hash))
                && endpoint.method().equals(member.substring(hash + 1));
    }
}
