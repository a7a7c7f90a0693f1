package com.micloud.signin.ledger;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page of the docs that shows the ledger. */
public final class LedgerPage {

    private static final String BASE = "com.micloud.signin.";
    private static final String SERVICES = "services";

    private static final String INTRODUCTION =
            """
            # The ledger: what the bundle uses of Keycloak

            What of the jars' code a new version of Keycloak can break stands here. Read the page line by line before an upgrade.
            A test writes it from byte code and fails when it is out of date: [how](contributing.md#the-ledger). What the jars
            replace has [a page of its own](replaced.md).

            Two things do not stand here. The compiler copies the values of Keycloak's public constants into our classes. The
            templates of the theme read names too; `UpgradeGuardTest` compares these with each version.

            A class of Keycloak is judged by its jar. `server-spi`, `core` and `common` are for extensions, and stable: of them the
            page has only what our classes extend, implement and override. All other jars are unstable: of them it has every
            class, and every member that we use.

            ## Packages

            Files that use classes of a jar; a file can count in both columns. `routing` uses nothing of Keycloak.

            """;

    private static final String COPIED =
            """

            ## Copied texts

            Names that our code shares with Keycloak as text. Linkage cannot see them. The test in the row fails when Keycloak
            renames one. `CopiedLiteralsIT#stillThere` also looks for each text in the class file of the server.

            <!-- copied texts -->
            """;

    private static final String MEMBERS =
            """

            ## Members

            One row for each class of ours and each class of Keycloak. *Overrides* has the members that our class gives in place
            of Keycloak's. *Uses* has the members that it calls or reads, `new` being a constructor. A row with neither names the
            class as a type only.
            """;

    private static final String UNSTABLE =
            """

            ## Unstable classes

            The same by class of Keycloak: who is to be looked at when the class changes.

            """;

    private final Ledger ledger;
    private final SortedMap<String, SortedMap<Entry.Key, Entry>> packages = new TreeMap<>();

    private LedgerPage(Ledger ledger) {
        this.ledger = ledger;
        ledger.entries().forEach((key, entry) -> packages.computeIfAbsent(
                        Ledger.packageOf(key.ours()).substring(BASE.length()), name -> new TreeMap<>())
                .put(key, entry));
    }

    /** The page as it must be now. */
    public static String text() {
        return new LedgerPage(Ledger.read()).page();
    }

    /** Whether a class is Keycloak's, and from a jar that is not for extensions. */
    public static boolean isOfUnstableJar(String type) {
        String file = type.replace('.', '/');
        return ClassFiles.isKeycloaks(file) && !Ledger.isStable(new ClassFiles().jar(file));
    }

    /** Whether the page has a row for these two classes. */
    public static boolean names(String page, String ours, String keycloaks) {
        String start = "| " + code(Ledger.simple(Ledger.readable(ours))) + " | ";
        String name = code(Ledger.simple(Ledger.readable(keycloaks))) + " |";
        return Stream.of(Entry.Kinship.values()).anyMatch(kinship -> page.contains(start + kinship.word() + name));
    }

    private String page() {
        return Stream.of(
                        INTRODUCTION.lines().toList(),
                        counts(),
                        COPIED.lines().toList(),
                        copied(),
                        MEMBERS.lines().toList(),
                        packages.keySet().stream().flatMap(this::section).toList(),
                        UNSTABLE.lines().toList(),
                        unstable())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> copied() {
        return Stream.of(
                        Stream.of("| text | our class | Keycloak's class | test |", "| --- | --- | --- | --- |"),
                        CopiedText.ALL.stream()
                                .map(copied -> row(
                                        code(copied.text()),
                                        code(copied.ours()),
                                        code(copied.keycloaks()),
                                        code(copied.test())))
                                .sorted(),
                        Stream.of("<!-- end of copied texts -->"))
                .flatMap(rows -> rows)
                .toList();
    }

    private List<String> counts() {
        return Stream.concat(
                        Stream.of(
                                "| package | classes in the ledger | `services` | other unstable jars |",
                                "| --- | --- | --- | --- |"),
                        packages.entrySet().stream()
                                .map(entry -> row(
                                        entry.getKey(),
                                        files(entry.getValue(), any -> true),
                                        files(entry.getValue(), SERVICES::equals),
                                        files(
                                                entry.getValue(),
                                                jar -> !Ledger.isStable(jar) && !jar.equals(SERVICES)))))
                .toList();
    }

    private static String files(SortedMap<Entry.Key, Entry> entries, Predicate<String> jars) {
        return String.valueOf(entries.entrySet().stream()
                .filter(entry -> jars.test(entry.getValue().jar()))
                .map(entry -> Ledger.topLevel(entry.getKey().ours()))
                .distinct()
                .count());
    }

    private Stream<String> section(String name) {
        return Stream.concat(
                Stream.of(
                        "",
                        "### " + name,
                        "",
                        "| class | Keycloak's class | jar | overrides | uses |",
                        "| --- | --- | --- | --- | --- |"),
                packages.get(name).entrySet().stream()
                        .sorted(Comparator.comparing((Map.Entry<Entry.Key, Entry> entry) ->
                                        entry.getKey().ours())
                                .thenComparing(entry -> entry.getValue().kinship(), Comparator.reverseOrder())
                                .thenComparing(entry -> entry.getKey().keycloaks()))
                        .map(entry -> row(
                                code(Ledger.simple(entry.getKey().ours())),
                                entry.getValue().kinship().word()
                                        + code(Ledger.simple(entry.getKey().keycloaks())),
                                entry.getValue().jar(),
                                codes(entry.getValue().overridden()),
                                codes(entry.getValue().used()))));
    }

    private List<String> unstable() {
        SortedMap<String, SortedSet<String>> rows = new TreeMap<>();
        ledger.entries().forEach((key, entry) -> {
            if (!Ledger.isStable(entry.jar())) {
                rows.computeIfAbsent(entry.jar() + " | " + code(key.keycloaks()), type -> new TreeSet<>())
                        .add(Ledger.simple(key.ours()));
            }
        });
        return Stream.concat(
                        Stream.of("| jar | class | used by |", "| --- | --- | --- |"),
                        rows.entrySet().stream().map(entry -> row(entry.getKey(), codes(entry.getValue()))))
                .toList();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String codes(SortedSet<String> texts) {
        return texts.stream().map(LedgerPage::code).collect(Collectors.joining(", "));
    }
}
