package com.micloud.signin.acceptance.hostile;

import java.util.Optional;
import java.util.regex.Pattern;

/** The mark by which an attack is found again in answers and in the log: letters only, which no encoding changes. */
final class Mark {
    private static final String DIGITS = "abcdefghijklmnop";
    private static final Pattern FORM = Pattern.compile("zq([a-p]{6})qz");

    private Mark() {}

    static String of(int number) {
        var letters = new StringBuilder();
        for (var shift = 20; shift >= 0; shift -= 4) {
            letters.append(DIGITS.charAt((number >> shift) & 0xF));
        }
        return "zq" + letters + "qz";
    }

    /** The number of the attack whose mark is in a text. */
    static Optional<Integer> in(String text) {
        var found = FORM.matcher(text);
        return found.find()
                ? Optional.of(
                        found.group(1).chars().map(DIGITS::indexOf).reduce(0, (number, digit) -> (number << 4) | digit))
                : Optional.empty();
    }
}
