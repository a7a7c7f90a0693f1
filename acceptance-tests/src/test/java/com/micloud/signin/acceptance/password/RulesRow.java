package com.micloud.signin.acceptance.password;

import com.micloud.signin.acceptance.harness.DocsTable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One row of the table in docs/passwords.md.
 *
 * @param password as the page writes it
 * @param broken the names of the rules that it breaks
 */
record RulesRow(String password, Set<String> broken) {
    /** The rules, in the order of the columns. */
    static final List<String> RULES = List.of("length", "digit", "letter", "special", "space", "different");

    private static final Pattern ESCAPE = Pattern.compile("\\\\u\\{([0-9A-F]+)}");

    /** The rows of the page, in its order. */
    static List<RulesRow> all() {
        return DocsTable.rows("passwords.md", "the rules").stream()
                .map(RulesRow::of)
                .toList();
    }

    private static RulesRow of(List<String> cells) {
        if (cells.size() != RULES.size() + 2) {
            throw new IllegalStateException("Not eight cells: " + cells);
        }
        var broken = new TreeSet<String>();
        for (var i = 0; i < RULES.size(); i++) {
            switch (cells.get(i + 1)) {
                case "\u2717" -> broken.add(RULES.get(i));
                case "\u2713" -> {}
                default -> throw new IllegalStateException("No verdict: " + cells);
            }
        }
        return new RulesRow(cells.get(0), broken);
    }

    /** What is typed by a user who has this password now. */
    String typed(String current) {
        return password.equals("the current one")
                ? current
                : ESCAPE.matcher(password.substring(1, password.length() - 1))
                        .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                                Character.toString(Integer.parseInt(code.group(1), 16))));
    }
}
