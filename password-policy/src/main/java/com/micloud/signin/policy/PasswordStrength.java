package com.micloud.signin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How hard a password is to guess, from 0 (very weak) to {@value #BEST} (strong).
 *
 * <p>It finds the cheapest way to put the password together from what a guesser tries first: usual words, also with
 * digits and signs in place of letters, backwards or with capitals, the user's own names, runs of the alphabet and of the
 * keyboard, repetitions and dates; everything else costs a power of ten for each character. Costs are hundredths of a
 * power of ten and whole numbers throughout, so that {@code strength.js}, which does the same line by line while the user
 * types, comes to the same level always. The words are those of {@code words.js}.
 */
public final class PasswordStrength {

    /** The highest level. */
    public static final int BEST = 4;

    /** Guesses up to which a password is of this level and not of the next, in hundredths of a power of ten. */
    private static final List<Integer> LIMITS = List.of(300, 600, 800, 1000);

    private static final int LONGEST = 40;
    private static final int NEVER = 1_000_000;
    private static final String KEYS = "`1234567890-= ~!@#$%^&*()_+ qwertyuiop[]\\ asdfghjkl;' zxcvbnm,./ azertyuiop"
            + " qsdfghjklm wxcvbn qwertzuiop yxcvbnm 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm 8ik, 9ol. 0p;/ !qaz @wsx #edc"
            + " $rfv %tgb ^yhn &ujm 147 258 369 159 357";
    private static final String BACKWARDS = reversed(KEYS);
    private static final String LEET = "@4836!0$5+72";
    private static final String LETTERS = "aabegiossttz";
    private static final Pattern RUN = Pattern.compile("[0-9]+|[a-z]+");
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d\\d?)([-._/]?)(\\d\\d?)\\2((19|20)?\\d\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("((?:19|20)?\\d\\d)([-._/]?)(\\d\\d?)\\2(\\d\\d?)");
    private static final List<String> WORDS = words();

    private final Map<String, Integer> costs = new HashMap<>();

    private PasswordStrength(OwnWords own) {
        for (int i = 0; i < WORDS.size(); i++) {
            costs.put(WORDS.get(i), Math.min(lg(i + 1), 260));
        }
        own.all().forEach(word -> costs.put(word, 30));
    }

    /** The level of a password of somebody to whom these words belong. */
    public static int level(String password, OwnWords own) {
        if (password.isEmpty()) {
            return 0;
        }
        int[] characters = password.codePoints().limit(LONGEST).toArray();
        int guesses = new PasswordStrength(own).total(characters);
        return (int) LIMITS.stream().filter(limit -> guesses > limit).count();
    }

    private int total(int[] characters) {
        int size = characters.length;
        int[][] segments = new int[size][size + 1];
        for (int i = 0; i < size; i++) {
            for (int end = i + 1; end <= size; end++) {
                segments[i][end] = segment(Arrays.copyOfRange(characters, i, end));
            }
        }
        int[] best = new int[size + 1];
        Arrays.fill(best, 1, size + 1, NEVER);
        int least = NEVER;
        int orders = 0;
        for (int parts = 1; parts <= size; parts++) {
            orders += lg(parts);
            int[] next = new int[size + 1];
            Arrays.fill(next, NEVER);
            for (int end = 1; end <= size; end++) {
                for (int i = 0; i < end; i++) {
                    next[end] = Math.min(next[end], best[i] + segments[i][end]);
                }
            }
            best = next;
            // Trying the parts in every order, or every number of parts: whichever takes longer.
            least = Math.min(least, Math.max(best[size] + orders, 300 * (parts - 1)));
        }
        return least;
    }

    private int segment(int[] characters) {
        int size = characters.length;
        int least = 100 * size;
        if (size > 2) {
            int[] small = Arrays.stream(characters)
                    .map(c -> c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c)
                    .toArray();
            String text = new String(small, 0, size);
            least = Math.min(least, word(text, capitals(characters)));
            least = Math.min(least, sequence(text));
            least = Math.min(least, date(text));
            least = Math.min(least, repetition(characters, small));
            if (!text.contains(" ") && (KEYS.contains(text) || BACKWARDS.contains(text))) {
                least = Math.min(least, 170 + lg(size));
            }
        }
        return least;
    }

    private int word(String text, int capitals) {
        int least = NEVER;
        for (char one : new char[] {'1', 'i', 'l'}) {
            String plain = one == '1' ? text : plain(text, one);
            int changed = 0;
            for (int i = 0; i < text.length(); i++) {
                changed += plain.charAt(i) == text.charAt(i) ? 0 : 1;
            }
            int more = 30 * Math.min(changed, 3);
            least = Math.min(least, costs.getOrDefault(plain, NEVER) + more);
            least = Math.min(least, costs.getOrDefault(reversed(plain), NEVER) + more + 30);
        }
        return least + capitals;
    }

    /** With letters in place of the digits and signs that stand for them. */
    private static String plain(String text, char one) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '1') {
                plain.setCharAt(i, one);
            } else if (LEET.indexOf(c) >= 0) {
                plain.setCharAt(i, LETTERS.charAt(LEET.indexOf(c)));
            }
        }
        return plain.toString();
    }

    private static int capitals(int[] characters) {
        int size = characters.length;
        int count = (int)
                Arrays.stream(characters).filter(PasswordStrength::isCapital).count();
        if (count == 0) {
            return 0;
        }
        if (count == size || (count == 1 && (isCapital(characters[0]) || isCapital(characters[size - 1])))) {
            return 30;
        }
        return 30 + 30 * Math.min(Math.min(count, size - count), 4);
    }

    private static boolean isCapital(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static int sequence(String text) {
        int step = text.charAt(1) - text.charAt(0);
        if (Math.abs(step) != 1 || !RUN.matcher(text).matches()) {
            return NEVER;
        }
        for (int i = 2; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != step) {
                return NEVER;
            }
        }
        char first = text.charAt(0);
        int start = "az019".indexOf(first) >= 0 ? 60 : first <= '9' ? 100 : 141;
        return start + lg(text.length()) + (step < 0 ? 30 : 0);
    }

    private static int date(String text) {
        if (YEAR.matcher(text).matches()) {
            return 160;
        }
        Matcher last = YEAR_LAST.matcher(text);
        if (last.matches() && isDayAndMonth(last.group(1), last.group(3))) {
            return last.group(2).isEmpty() ? 426 : 480;
        }
        Matcher first = YEAR_FIRST.matcher(text);
        if (first.matches() && isDayAndMonth(first.group(3), first.group(4))) {
            return first.group(2).isEmpty() ? 426 : 480;
        }
        return NEVER;
    }

    private static boolean isDayAndMonth(String one, String other) {
        int a = Integer.parseInt(one);
        int b = Integer.parseInt(other);
        return a > 0 && b > 0 && a < 32 && b < 32 && (a < 13 || b < 13);
    }

    private int repetition(int[] characters, int[] small) {
        for (int size = 1; size <= small.length / 2; size++) {
            if (small.length % size == 0 && repeats(small, size)) {
                return total(Arrays.copyOf(characters, size)) + lg(small.length / size);
            }
        }
        return NEVER;
    }

    private static boolean repeats(int[] small, int size) {
        for (int i = size; i < small.length; i++) {
            if (small[i] != small[i % size]) {
                return false;
            }
        }
        return true;
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static int lg(int n) {
        return (int) Math.round(100 * Math.log10(n));
    }

    /** They stand between quotation marks, for the sake of the page that reads the same file. */
    private static List<String> words() {
        try (InputStream file = PasswordStrength.class.getResourceAsStream("words.js")) {
            String script = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(script.substring(script.indexOf('"') + 1, script.lastIndexOf('"'))
                    .split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
