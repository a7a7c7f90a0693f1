package com.micloud.signin.benchmarks;

import java.util.List;

/**
 * What one series found out.
 *
 * @param title what was asked for
 * @param samples the kinds, the first being the one that the others are compared with
 */
record Measurement(String title, List<Samples> samples) {

    Measurement {
        samples = List.copyOf(samples);
    }

    /** The lines of a table that says how well each kind can be told from the first by its time. */
    List<String> comparison() {
        var first = samples.get(0);
        return samples.stream()
                .map(kind -> figures(kind) + (kind.equals(first) ? " | |" : difference(kind, first)))
                .toList();
    }

    /** The lines of a table that says what each kind costs. */
    List<String> costs() {
        return samples.stream().map(this::figures).toList();
    }

    private String figures(Samples kind) {
        return "| %s | %s | %d | %.1f | %.1f |".formatted(title, kind.name(), kind.count(), kind.median(), kind.p95());
    }

    private static String difference(Samples kind, Samples first) {
        var range = kind.confidence(first);
        return " %.2f | %.2f to %.2f |".formatted(kind.longerThan(first), range.from(), range.to());
    }
}
