package com.micloud.signin.policy;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** For tests: passwords such as people make up under these rules, and such as generators do; the same ones for the same seed. */
public final class LikelyPasswords {

    private static final Pattern WITHIN_THE_RULES =
            Pattern.compile("(?=.*[0-9])(?=.*[A-Za-z])(?=.*[@!#$%&_\\-=+])\\S{8,16}");
    private static final List<String> WORDS =
            List.of(("password summer winter welcome dragon monkey london paris berlin"
                            + " michael jennifer charlie arsenal chelsea mitel micloud office telephone secret sunshine princess"
                            + " football coffee cheese purple orange tiger kitchen window garden ladder bottle candle basket"
                            + " cotton saddle pebble meadow thistle walnut copper qwerty asdfgh zxcvbn 123456 987654 abcdef"
                            + " qazwsx azerty 112233 aaaa abab 1q2w3e grumble xylophone quixotic labyrinth zephyr wombat okapi"
                            + " fjord krypton glacier mandolin obelisk")
                    .split(" "));
    private static final String SPECIALS = "@!#$%&_-=+";
    private static final String ANY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789" + SPECIALS;

    private final Random random;

    public LikelyPasswords(long seed) {
        this.random = new Random(seed);
    }

    /** So many different ones that break no rule. */
    public Set<String> some(int count) {
        Set<String> found = new LinkedHashSet<>();
        while (found.size() < count) {
            String candidate = candidate();
            if (WITHIN_THE_RULES.matcher(candidate).matches()) {
                found.add(candidate);
            }
        }
        return found;
    }

    private String candidate() {
        return switch (random.nextInt(10)) {
            case 0, 1 -> styled(word()) + digits(1 + random.nextInt(4)) + special();
            case 2 -> styled(word()) + special() + digits(1 + random.nextInt(4));
            case 3 -> styled(word()) + special() + (1950 + random.nextInt(80));
            case 4 -> styled(word()) + styled(word()) + digits(1) + special();
            case 5 -> leet(styled(word())) + special() + digits(random.nextInt(3));
            case 6 -> special() + styled(word()) + digits(2) + special();
            case 7 -> styled(word()) + digits(2) + special() + chaos(1 + random.nextInt(4));
            default -> chaos(8 + random.nextInt(9));
        };
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private String styled(String word) {
        return switch (random.nextInt(4)) {
            case 0 -> word;
            case 1 -> word.toUpperCase(Locale.ROOT);
            case 2 -> new StringBuilder(word).reverse().toString();
            default -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
        };
    }

    private String leet(String word) {
        return word.replace('a', '@')
                .replace('o', '0')
                .replace('e', '3')
                .replace('s', '$')
                .replace('i', '1');
    }

    private String digits(int count) {
        return random.ints(count, 0, 10)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    private String special() {
        return String.valueOf(SPECIALS.charAt(random.nextInt(SPECIALS.length())));
    }

    private String chaos(int length) {
        return random.ints(length, 0, ANY.length())
                .mapToObj(i -> String.valueOf(ANY.charAt(i)))
                .collect(Collectors.joining());
    }
}
