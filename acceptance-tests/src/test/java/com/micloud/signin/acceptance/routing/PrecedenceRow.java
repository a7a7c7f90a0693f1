package com.micloud.signin.acceptance.routing;

import com.micloud.signin.acceptance.harness.DocsTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of the table in docs/hints.md.
 *
 * @param before who signed in to the browser before, and where
 * @param accounts the letters of Ann's accounts
 * @param application which kind of application asks
 * @param request its parameters, one after the other
 * @param outcome what the browser gets first
 */
record PrecedenceRow(String before, List<String> accounts, String application, String request, String outcome) {
    /** The rows of the page, in its order. */
    static List<PrecedenceRow> all() {
        return DocsTable.rows("hints.md", "precedence").stream()
                .map(PrecedenceRow::of)
                .toList();
    }

    private static PrecedenceRow of(List<String> cells) {
        if (cells.size() != 5) {
            throw new IllegalStateException("Not five cells: " + cells);
        }
        return new PrecedenceRow(
                cells.get(0), List.of(cells.get(1).split(" ", -1)), cells.get(2), cells.get(3), cells.get(4));
    }

    /** The parameters of the request, as the page writes them. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        for (var parameter : request.split(" ", -1)) {
            if (!parameter.isEmpty()) {
                var equals = parameter.indexOf('=');
                parameters.put(
                        parameter.substring(0, equals),
                        parameter.substring(equals + 1).replace('+', ' '));
            }
        }
        return parameters;
    }

    boolean signedInElsewhere() {
        return before.endsWith(" elsewhere");
    }

    @Override
    public String toString() {
        return "%s, accounts %s, %s, %s: %s"
                .formatted(before, String.join(" ", accounts), application, request, outcome);
    }
}
