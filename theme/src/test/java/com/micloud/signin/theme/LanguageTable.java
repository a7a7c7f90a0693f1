package com.micloud.signin.theme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of the docs that says how much of pages and mails is in each language. */
final class LanguageTable {
    private static final Pattern CHOICE = Pattern.compile("\\{\\d+,choice,[^{}]*(\\{[^{}]*}[^{}]*)*}");

    private final List<ThemeChain> themes = List.of(new ThemeChain("login"), new ThemeChain("email"));

    /** The lines of the table; numbers are in percent, rounded down, so that 100 means all. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| language | our texts | Keycloak's texts | in our words, about | in English | plural forms |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        languages().forEach(language -> lines.add(line(language)));
        return lines;
    }

    private Collection<String> languages() {
        Collection<String> all = new ArrayList<>(ThemeChain.LANGUAGES);
        all.addAll(new TreeSet<>(themes.get(1).keycloaksLanguages().stream()
                .filter(language -> !ThemeChain.LANGUAGES.contains(language))
                .toList()));
        return all;
    }

    private String line(String language) {
        boolean english = language.equals("en");
        Predicate<ThemeChain.Origin> translated =
                origin -> english || !origin.language().equals("en");
        List<Optional<ThemeChain.Origin>> own = origins(language, key -> key.startsWith("micloud"));
        List<Optional<ThemeChain.Origin>> keycloaks =
                origins(language, key -> !key.startsWith("micloud") && !key.startsWith("locale_"));
        // In steps of five: the docs need not change with every text.
        long ours = Math.round(percent(keycloaks, translated.and(ThemeChain.Origin::ours)) / 5.0) * 5;
        long translations = percent(keycloaks, translated);
        return "| " + language + ", " + Locale.forLanguageTag(language).getDisplayName(Locale.ENGLISH) + " | "
                + percent(own, translated) + " | " + translations + " | " + ours + " | "
                + (english ? "" : 100 - translations) + " | " + forms(language) + " |";
    }

    private List<Optional<ThemeChain.Origin>> origins(String language, Predicate<String> keys) {
        return themes.stream()
                .flatMap(theme -> Stream.of(theme.own("en"), theme.stock("en"))
                        .flatMap(texts -> texts.stringPropertyNames().stream())
                        .distinct()
                        .filter(keys)
                        .map(key -> theme.origin(key, language)))
                .toList();
    }

    private static long percent(List<Optional<ThemeChain.Origin>> origins, Predicate<ThemeChain.Origin> which) {
        return 100 * origins.stream().flatMap(Optional::stream).filter(which).count() / origins.size();
    }

    /** How many forms the text has that has the most. */
    private String forms(String language) {
        return themes.stream()
                .flatMap(theme -> theme.own(language).values().stream())
                .flatMap(text -> CHOICE.matcher(text.toString()).results())
                .map(choice ->
                        (int) choice.group().chars().filter(sign -> sign == '|').count() + 1)
                .max(Integer::compare)
                .map(String::valueOf)
                .orElse("");
    }
}
