package com.micloud.signin.policy;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words that an attacker tries first for a user: the parts of username, names and company.
 *
 * @param all each in small letters, three characters or more
 */
public record OwnWords(Set<String> all) {

    private static final int SHORTEST = 3;

    public OwnWords {
        all = Set.copyOf(all);
    }

    /** The words that these names consist of, as {@code strength.js} finds them; an address names the company as well. */
    public static OwnWords of(String... texts) {
        Set<String> words = new TreeSet<>();
        for (String text : texts) {
            if (text != null) {
                String small = text.toLowerCase(Locale.ROOT);
                add(words, small.split("[^\\p{L}\\p{N}]+"));
                add(words, small.replaceAll("@.*", "").replaceAll("[^\\p{L}\\p{N}]", ""));
            }
        }
        return new OwnWords(words);
    }

    private static void add(Set<String> words, String... candidates) {
        for (String candidate : candidates) {
            if (candidate.length() >= SHORTEST) {
                words.add(candidate);
            }
        }
    }
}
