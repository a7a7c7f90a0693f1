package com.micloud.signin.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A decision table, stored as data. The first row that fits decides. */
final class DecisionTable {

    /**
     * One line of a table.
     *
     * @param conditions for each column the words that fit; {@code *} fits everything
     * @param outcome what is decided
     */
    public record Row(List<Set<String>> conditions, String outcome) {

        boolean fits(List<String> facts) {
            for (int column = 0; column < conditions.size(); column++) {
                Set<String> words = conditions.get(column);
                if (!words.contains("*") && !words.contains(facts.get(column))) {
                    return false;
                }
            }
            return true;
        }
    }

    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    private DecisionTable(String name, List<String> columns, List<Row> rows) {
        this.name = name;
        this.columns = columns;
        this.rows = rows;
    }

    /**
     * Reads the table of that name that lies beside this class.
     *
     * @throws IllegalStateException when the table is missing or a row has not as many cells as the heading
     */
    static DecisionTable load(String name) {
        try (InputStream in = DecisionTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The decision table " + name + " is missing from the jar.");
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The decision table " + name + " cannot be read.", e);
        }
    }

    static DecisionTable parse(String name, String text) {
        List<List<String>> lines = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#") && !line.startsWith("-"))
                .map(DecisionTable::cells)
                .toList();
        List<String> heading = lines.get(0);
        List<Row> rows = new ArrayList<>();
        for (List<String> cells : lines.subList(1, lines.size())) {
            if (cells.size() != heading.size()) {
                throw new IllegalStateException("The decision table " + name + " has " + heading.size()
                        + " columns, but a row has " + cells.size() + ": " + cells);
            }
            int last = cells.size() - 1;
            rows.add(new Row(
                    cells.subList(0, last).stream().map(DecisionTable::words).toList(), cells.get(last)));
        }
        return new DecisionTable(name, heading.subList(0, heading.size() - 1), List.copyOf(rows));
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|+", -1)).map(String::strip).toList();
    }

    private static Set<String> words(String cell) {
        return Set.of(cell.split(","));
    }

    /** The headings of the conditions, in order. */
    public List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    /**
     * The decision for these facts, in the order of the columns.
     *
     * @throws IllegalStateException when no row fits: a table that has a gap must not let anyone through
     */
    String decide(List<String> facts) {
        return rows.stream()
                .filter(row -> row.fits(facts))
                .map(Row::outcome)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No row of " + name + " fits " + facts));
    }
}
