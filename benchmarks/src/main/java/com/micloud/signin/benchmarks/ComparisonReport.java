package com.micloud.signin.benchmarks;

import com.micloud.signin.acceptance.harness.real.Axe;
import com.micloud.signin.acceptance.harness.real.Makeup;
import com.micloud.signin.acceptance.harness.real.Paint;
import com.micloud.signin.acceptance.harness.real.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tables of the comparison; each cell has Keycloak's figure, and ours after it. */
final class ComparisonReport {
    private static final String BEGIN = "<!-- comparison -->\n";
    private static final String END = "<!-- end of comparison -->";

    private final Map<String, Map<String, Seen>> pages = new LinkedHashMap<>();
    private final Map<String, String> journeyRequests = new LinkedHashMap<>();
    private final Map<String, Double> journeyTimes = new LinkedHashMap<>();
    private final Map<String, Long> journeyBytes = new LinkedHashMap<>();
    private final String begun;

    /** Everything that was found of one page in one theme. */
    private static final class Seen {
        private int firstRequests;
        private long firstBytes;
        private long firstContent;
        private int nextRequests;
        private long nextBytes;
        private Makeup makeup;
        private double shift;
        private final List<List<Axe>> axe = new ArrayList<>();
        private final List<Integer> sideways = new ArrayList<>();
        private final Map<String, List<Double>> painted = new LinkedHashMap<>();
        private Lighthouse.Scores scores;
    }

    ComparisonReport(String keycloak, String chromium) {
        begun = LocalDate.now(ZoneOffset.UTC) + ", Keycloak " + keycloak + " in production mode, Chromium " + chromium
                + ", " + Runtime.getRuntime().availableProcessors() + " cores that had other work to do as well.";
    }

    private Seen of(ComparedPage page, String theme) {
        return pages.computeIfAbsent(page.name(), any -> new LinkedHashMap<>())
                .computeIfAbsent(theme, any -> new Seen());
    }

    void first(ComparedPage page, String theme, Traffic traffic) {
        var seen = of(page, theme);
        seen.firstRequests = traffic.exchanges().size();
        seen.firstBytes = traffic.wire();
        seen.firstContent = traffic.content();
    }

    void again(ComparedPage page, String theme, Traffic traffic) {
        var seen = of(page, theme);
        seen.nextRequests = traffic.exchanges().size();
        seen.nextBytes = traffic.wire();
    }

    void madeOf(ComparedPage page, String theme, Makeup makeup, double shift) {
        of(page, theme).makeup = makeup;
        of(page, theme).shift = shift;
    }

    void judged(ComparedPage page, String theme, List<Axe> broken) {
        of(page, theme).axe.add(broken);
    }

    void sideways(ComparedPage page, String theme, int width, int excess) {
        of(page, theme).sideways.add(excess > 0 ? width + excess : 0);
    }

    void painted(ComparedPage page, String theme, boolean slow, boolean first, Paint paint) {
        var kind = (slow ? "slow" : "fast") + (first ? " first" : " next");
        var painted = of(page, theme).painted;
        painted.computeIfAbsent(kind, any -> new ArrayList<>()).add(paint.first());
        painted.computeIfAbsent(kind + " largest", any -> new ArrayList<>()).add(paint.largest());
    }

    void scored(ComparedPage page, String theme, Lighthouse.Scores scores) {
        of(page, theme).scores = scores;
    }

    void journey(String theme, boolean slow, List<Traffic.Exchange> exchanges, double milliseconds) {
        if (slow) {
            journeyTimes.put(theme, milliseconds);
        } else {
            journeyRequests.put(theme, String.valueOf(exchanges.size()));
            journeyBytes.put(
                    theme, exchanges.stream().mapToLong(Traffic.Exchange::wire).sum());
        }
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(begun);
        lines.add("");
        lines.add("In every cell: Keycloak's `keycloak.v2` / our `micloud`.");
        lines.add("");
        lines.add("### Weight");
        lines.add("");
        table(
                lines,
                "page | requests, first visit | bytes, first visit | bytes unpacked | requests, next visit | bytes, next visit",
                seen -> number(seen.firstRequests),
                seen -> number(seen.firstBytes),
                seen -> number(seen.firstContent),
                seen -> number(seen.nextRequests),
                seen -> number(seen.nextBytes));
        lines.add("");
        lines.add(
                "From the application's request over username and password back to it, in a browser that has never been here: "
                        + pair(journeyRequests::get) + " requests, " + pair(theme -> number(journeyBytes.get(theme)))
                        + " bytes, "
                        + pair(theme -> String.format(Locale.ROOT, "%.1f", journeyTimes.get(theme) / 1000))
                        + " s on slow 4G for a program that types in no time.");
        lines.add("");
        paints(lines);
        lines.add("### What pages are made of");
        lines.add("");
        table(
                lines,
                "page | files that hold up drawing | inline scripts | handlers and `javascript:` links | inline styles | layout shift | width at 320 pixels | width at 390 pixels",
                seen -> number(seen.makeup.blocking().size()),
                seen -> number(seen.makeup.inlineScripts().size()),
                seen -> number(seen.makeup.handlers().size()),
                seen -> number(seen.makeup.styles().size()),
                seen -> seen.shift < 0.0005 ? "0" : String.format(Locale.ROOT, "%.3f", seen.shift),
                seen -> sideways(seen, 0),
                seen -> sideways(seen, 1));
        lines.add("");
        lines.add("### What axe finds: elements that break a rule");
        lines.add("");
        table(
                lines,
                "page | A and AA, light | A and AA, dark | best practice, light | best practice, dark | AAA, light | AAA, dark",
                seen -> broken(seen, 0, Axe.Level.AA),
                seen -> broken(seen, 1, Axe.Level.AA),
                seen -> broken(seen, 0, Axe.Level.BEST_PRACTICE),
                seen -> broken(seen, 1, Axe.Level.BEST_PRACTICE),
                seen -> broken(seen, 0, Axe.Level.AAA),
                seen -> broken(seen, 1, Axe.Level.AAA));
        lines.add("");
        lines.add("The rules that are broken: " + pair(this::rules) + ".");
        if (pages.values().stream().anyMatch(page -> page.values().stream().anyMatch(seen -> seen.scores != null))) {
            lines.add("");
            lines.add("### Lighthouse, for a phone");
            lines.add("");
            lines.add("Pages that only answer a form, and errors, cannot be given to it.");
            lines.add("");
            lines.add("| page | performance | accessibility | best practices |");
            lines.add("| --- | --- | --- | --- |");
            pages.forEach((name, page) -> {
                if (page.values().stream().allMatch(seen -> seen.scores != null)) {
                    lines.add("| " + name + " | "
                            + pair(theme -> number(page.get(theme).scores.performance())) + " | "
                            + pair(theme -> number(page.get(theme).scores.accessibility())) + " | "
                            + pair(theme -> number(page.get(theme).scores.practice())) + " |");
                }
            });
        }
        return lines;
    }

    private void paints(List<String> lines) {
        var visits = pages.values().stream()
                .flatMap(page -> page.values().stream())
                .mapToInt(seen ->
                        seen.painted.getOrDefault("slow next", List.of()).size())
                .min()
                .orElse(0);
        if (visits == 0) {
            return;
        }
        lines.add("### First and largest paint, in milliseconds");
        lines.add("");
        lines.add(visits == 1 ? "One visit of each kind." : "The median of " + visits + " visits of each kind.");
        lines.add("");
        table(
                lines,
                "page | first visit | next visit | slow 4G, first visit | slow 4G, next visit",
                seen -> paint(seen, "fast first"),
                seen -> paint(seen, "fast next"),
                seen -> paint(seen, "slow first"),
                seen -> paint(seen, "slow next"));
        lines.add("");
    }

    @SafeVarargs
    private void table(List<String> lines, String heading, Function<Seen, String>... columns) {
        lines.add("| " + heading + " |");
        lines.add("|" + " --- |".repeat(columns.length + 1));
        pages.forEach((name, page) -> {
            var row = new StringBuilder("| ").append(name).append(" |");
            for (var column : columns) {
                row.append(' ')
                        .append(pair(theme -> column.apply(page.get(theme))))
                        .append(" |");
            }
            lines.add(row.toString());
        });
    }

    private static String pair(Function<String, String> figure) {
        return Comparison.THEMES.stream().map(figure).collect(Collectors.joining(" / "));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String paint(Seen seen, String kind) {
        return String.format(
                Locale.ROOT,
                "%.0f, %.0f",
                Comparison.median(seen.painted.get(kind)),
                Comparison.median(seen.painted.get(kind + " largest")));
    }

    private static String sideways(Seen seen, int which) {
        return seen.sideways.get(which) == 0 ? "fits" : String.valueOf(seen.sideways.get(which));
    }

    private static String broken(Seen seen, int scheme, Axe.Level level) {
        return number(seen.axe.get(scheme).stream()
                .filter(rule -> rule.level() == level)
                .mapToInt(Axe::elements)
                .sum());
    }

    private String rules(String theme) {
        var rules = new TreeSet<String>();
        pages.values().forEach(page -> page.get(theme)
                .axe
                .forEach(scheme -> scheme.forEach(rule -> rules.add("`" + rule.rule() + "`"))));
        return rules.isEmpty() ? "none" : String.join(", ", rules);
    }

    void print() {
        lines().forEach(System.out::println);
    }

    /** Leaves the tables in a folder. */
    void write(Path folder) throws IOException {
        Files.write(folder.resolve("comparison.md"), lines());
    }

    /** Puts the tables into their page of the docs, and the pictures beside it. */
    void publish(Path docs, Path pictures) throws IOException {
        var page = docs.resolve("comparison.md");
        var text = Files.readString(page);
        var from = text.indexOf(BEGIN) + BEGIN.length();
        var to = text.indexOf(END);
        Files.writeString(
                page, text.substring(0, from) + "\n" + String.join("\n", lines()) + "\n\n" + text.substring(to));
        for (var compared : ComparedPage.all()) {
            if (compared.pictured()) {
                var picture = ComparisonPictures.composite(compared, pictures);
                Files.copy(
                        picture,
                        docs.resolve("pictures").resolve(picture.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
