package com.micloud.signin.policy;

import java.io.Serializable;
import java.util.stream.Collectors;
import org.keycloak.policy.PasswordPolicyConfigException;

/**
 * The characters of which a password needs at least one.
 *
 * @param characters each of them once, with nothing in between
 */
public record SpecialCharacters(String characters) implements Serializable {

    /** The characters if the realm sets none. */
    public static final SpecialCharacters DEFAULT = new SpecialCharacters("@!#$%&_-=+");

    /** Every printable ASCII character that is no letter and no digit, except those with a meaning in the policy string. */
    private static final String ALLOWED = "!\"#$%&'*+,-./:;<=>?@[\\]^_`{|}~";

    public SpecialCharacters {
        if (characters.isEmpty()) {
            throw new IllegalArgumentException("There is no special character");
        }
        characters.codePoints().forEach(SpecialCharacters::check);
        characters
                .codePoints()
                .filter(c -> characters.indexOf(c) != characters.lastIndexOf(c))
                .findFirst()
                .ifPresent(c -> {
                    throw new IllegalArgumentException(
                            "The special character " + Character.toString(c) + " stands twice");
                });
    }

    private static void check(int c) {
        if (ALLOWED.indexOf(c) >= 0) {
            return;
        }
        String name = Character.isISOControl(c) || c > '~' ? String.format("U+%04X", c) : Character.toString(c);
        String reason;
        if (Character.isLetterOrDigit(c)) {
            reason = "a letter or a digit";
        } else if (c == '(' || c == ')') {
            reason = "a parenthesis, which ends the setting";
        } else {
            reason = "blank or not on every keyboard";
        }
        throw new IllegalArgumentException(name + " cannot be a special character: it is " + reason);
    }

    /**
     * Reads the part of the policy's value that names them.
     *
     * @throws PasswordPolicyConfigException with the reason, when it names what cannot be one
     */
    static SpecialCharacters parse(String text) {
        try {
            return new SpecialCharacters(text);
        } catch (IllegalArgumentException e) {
            throw new PasswordPolicyConfigException(e.getMessage());
        }
    }

    /** As they are shown to people. */
    String spaced() {
        return characters.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
    }

    /** As a class of a regular expression that Java and every mode of JavaScript read alike. */
    String form() {
        return characters
                .codePoints()
                .mapToObj(c -> String.format("\\u%04X", c))
                .collect(Collectors.joining("", "[", "]"));
    }
}
