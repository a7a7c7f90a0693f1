package com.micloud.signin.ledger;

import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** One class of ours and one class of Keycloak that it touches. */
final class Entry {

    /** Ours by package and name, then Keycloak's by name. */
    record Key(String ours, String keycloaks) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::ours).thenComparing(Key::keycloaks).compare(this, other);
        }
    }

    /** How the class of ours stands to Keycloak's. */
    enum Kinship {
        NONE(""),
        IMPLEMENTS("implements "),
        EXTENDS("extends ");

        private final String word;

        Kinship(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final SortedSet<String> overridden = new TreeSet<>();
    private final SortedSet<String> used = new TreeSet<>();
    private final String jar;
    private Kinship kinship = Kinship.NONE;

    Entry(String jar) {
        this.jar = jar;
    }

    String jar() {
        return jar;
    }

    Kinship kinship() {
        return kinship;
    }

    void isKin(Kinship found) {
        kinship = found;
    }

    SortedSet<String> overridden() {
        return overridden;
    }

    SortedSet<String> used() {
        return used;
    }
}
