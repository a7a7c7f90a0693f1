package com.micloud.signin.policy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * The settings of a realm for the rules, written {@code 8-16 @!#$%&_-=+ strength=0} in the realm's policy string. The
 * special characters and the strength may be absent.
 *
 * @param length how long a password is
 * @param specials of which characters it needs one
 * @param minimumStrength the level of {@link PasswordStrength} that it must reach, 0 when every level will do
 */
public record PasswordSettings(PasswordLength length, SpecialCharacters specials, int minimumStrength)
        implements Serializable {

    /** The settings if the realm sets none. */
    public static final PasswordSettings DEFAULT =
            new PasswordSettings(PasswordLength.DEFAULT, SpecialCharacters.DEFAULT, 0);

    /** Beyond this, good passwords of the usual length would be refused. */
    static final int MOST_STRENGTH = 3;

    private static final String STRENGTH = "strength=";
    private static final String EXAMPLE = "8-16 @!#$%&_-=+ strength=2";
    private static final Pattern BLANKS_IN_RANGE = Pattern.compile("^([0-9]+)\\s*-\\s*(?=[0-9])");

    public PasswordSettings {
        if (minimumStrength < 0 || minimumStrength > MOST_STRENGTH) {
            throw new IllegalArgumentException("A strength to insist on lies between 0 and " + MOST_STRENGTH);
        }
    }

    /**
     * Reads the value between the parentheses of the realm's policy string.
     *
     * @throws PasswordPolicyConfigException with the reason, when it cannot be followed
     */
    static PasswordSettings parse(String config) {
        String text = config.strip();
        // The admin console writes "undefined" for a policy that stood in the realm without a value.
        if (text.isEmpty() || text.equals("undefined")) {
            return DEFAULT;
        }
        List<String> specials = new ArrayList<>();
        List<String> strengths = new ArrayList<>();
        List<String> parts =
                List.of(BLANKS_IN_RANGE.matcher(text).replaceFirst("$1-").split("\\s+"));
        for (String part : parts.subList(1, parts.size())) {
            (part.startsWith(STRENGTH) ? strengths : specials).add(part);
        }
        if (specials.size() > 1 || strengths.size() > 1) {
            throw new PasswordPolicyConfigException("Write the lengths, then the special characters with no blanks"
                    + " between them, then the strength, for example " + EXAMPLE);
        }
        return new PasswordSettings(
                PasswordLength.parse(parts.get(0)),
                specials.isEmpty() ? SpecialCharacters.DEFAULT : SpecialCharacters.parse(specials.get(0)),
                strengths.isEmpty() ? 0 : strength(strengths.get(0).substring(STRENGTH.length())));
    }

    private static int strength(String text) {
        if (!text.matches("[0-" + MOST_STRENGTH + "]")) {
            throw new PasswordPolicyConfigException(
                    "The strength to insist on is a number from 0 (any) to " + MOST_STRENGTH + " (good)");
        }
        return Integer.parseInt(text);
    }

    String asConfig() {
        return length.asConfig() + " " + specials.characters()
                + (minimumStrength == 0 ? "" : " " + STRENGTH + minimumStrength);
    }
}
