package com.micloud.signin.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares the texts in our classes with those in Keycloak's. */
public final class Texts {

    private final Ledger ledger = Ledger.read();

    private Texts() {}

    /** What of the declared texts is not as declared; each as a sentence. */
    public static List<String> misplaced() {
        return new Texts().findMisplaced();
    }

    /** The texts that a class of ours shares with Keycloak's, and about which nobody has said yet what they are. */
    public static Set<String> undeclared() {
        return new Texts().findUndeclared();
    }

    /** The own words that are shared no more. */
    public static Set<String> outdatedWords() {
        Set<String> words = new TreeSet<>(CopiedText.OWN_WORDS);
        words.removeAll(new Texts().shared());
        return words;
    }

    /** The tests that are to fail when Keycloak renames a text: class and method. */
    public static Set<String> tests() {
        return CopiedText.ALL.stream().map(CopiedText::test).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<String> findMisplaced() {
        List<String> misplaced = new ArrayList<>();
        for (CopiedText copied : CopiedText.ALL) {
            boolean inOurs = ledger.ours().stream()
                    .filter(file ->
                            Ledger.topLevel(Ledger.readable(file.name())).equals(copied.ours()))
                    .flatMap(file -> file.texts().stream())
                    .anyMatch(text -> text.contains(copied.text()));
            if (!inOurs) {
                misplaced.add("No text of " + copied.ours() + " has " + copied.text());
            }
            if (ledger.files()
                    .find(copied.keycloaks().replace('.', '/'))
                    .filter(file -> file.knows(copied.text()))
                    .isEmpty()) {
                misplaced.add(copied.keycloaks() + " has no text " + copied.text());
            }
        }
        return misplaced;
    }

    private Set<String> findUndeclared() {
        Set<String> undeclared = new TreeSet<>(shared());
        undeclared.removeAll(CopiedText.OWN_WORDS);
        CopiedText.ALL.forEach(copied -> undeclared.remove(copied.text()));
        return undeclared;
    }

    private Set<String> shared() {
        Set<String> ofKeycloak = new HashSet<>();
        Set<String> open = new HashSet<>();
        ledger.files().keycloaks().forEach(file -> {
            ofKeycloak.addAll(file.texts());
            open.addAll(file.publicTexts().values());
        });
        return ledger.ours().stream()
                .flatMap(file -> file.texts().stream())
                .filter(text -> text.matches("(?s).*[A-Za-z]{2}.*"))
                .filter(text -> ofKeycloak.contains(text) && !open.contains(text))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
