package com.micloud.signin.policy;

import java.io.Serializable;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * The shortest and the longest allowed password, counted in code points.
 *
 * @param shortest fewest code points
 * @param longest most code points
 */
public record PasswordLength(int shortest, int longest) implements Serializable {

    /** The lengths if the realm sets none. */
    public static final PasswordLength DEFAULT = new PasswordLength(8, 16);

    private static final int SMALLEST = 6;
    private static final int LARGEST = 128;
    private static final Pattern RANGE = Pattern.compile("([0-9]{1,3})-([0-9]{1,3})");

    public PasswordLength {
        if (shortest < SMALLEST || longest > LARGEST) {
            throw new IllegalArgumentException("A password length lies between " + SMALLEST + " and " + LARGEST);
        }
        if (shortest > longest) {
            throw new IllegalArgumentException(
                    "The shortest length (" + shortest + ") is greater than the longest (" + longest + ")");
        }
    }

    /**
     * Reads the part of the policy's value that sets it.
     *
     * @throws PasswordPolicyConfigException when it says something else than a range
     */
    static PasswordLength parse(String config) {
        Matcher range = RANGE.matcher(config);
        if (!range.matches()) {
            throw new PasswordPolicyConfigException("\"" + shown(config)
                    + "\" is not a range of lengths. Write shortest-longest, for example " + DEFAULT.asConfig());
        }
        try {
            return new PasswordLength(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)));
        } catch (IllegalArgumentException e) {
            throw new PasswordPolicyConfigException(e.getMessage());
        }
    }

    String asConfig() {
        return String.format(Locale.ROOT, "%d-%d", shortest, longest);
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
