package com.micloud.signin.password;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules for a MiCloud password: the one place that the server's check, the pages and the documents take them from. */
public final class MiCloudPasswordRules {

    /** The characters of which a password needs at least one. */
    public static final String SPECIAL_CHARACTERS = "@!#$%&_-=+";

    /** How many different kinds of character a password needs: a digit, a letter and a special character. */
    static final int REQUIRED_CHARACTERS = 3;

    /**
     * What counts as a space: separators, controls and format characters by their Unicode category, and the characters
     * that are drawn blank or not at all although their category says letter, mark or symbol (fillers, variation
     * selectors, the empty Braille cell).
     */
    private static final String SPACE = "\\p{Z}\\p{Cc}\\p{Cf}"
            + "\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2060-\\u206F\\u2800\\u3164"
            + "\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8"
            + "\\uDB40\\uDC00-\\uDB43\\uDFFF";

    private static final PasswordRule DIGIT = containing("digit", "micloudPasswordRuleDigit", List.of(), "[0-9]");
    private static final PasswordRule LETTER = containing("letter", "micloudPasswordRuleLetter", List.of(), "[A-Za-z]");
    private static final PasswordRule SPECIAL = containing(
            "special",
            "micloudPasswordRuleSpecial",
            List.of(String.join(" ", SPECIAL_CHARACTERS.split(""))),
            "[@!#$%&_\\-=+]");
    private static final PasswordRule SPACE_FREE =
            new PasswordRule("space", "micloudPasswordRuleSpace", List.of(), Pattern.compile("[^" + SPACE + "]*"));

    private static final MiCloudPasswordRules DEFAULT = new MiCloudPasswordRules(PasswordLength.DEFAULT);

    private final List<PasswordRule> rules;

    private MiCloudPasswordRules(PasswordLength length) {
        this.rules = List.of(lengthBetween(length), DIGIT, LETTER, SPECIAL, SPACE_FREE);
    }

    /** The rules as they stand when the realm sets nothing. */
    public static MiCloudPasswordRules withDefaults() {
        return DEFAULT;
    }

    /** The rules for a realm that allows other lengths. */
    public static MiCloudPasswordRules withLength(PasswordLength length) {
        return length.equals(PasswordLength.DEFAULT) ? DEFAULT : new MiCloudPasswordRules(length);
    }

    /** Every rule, in the order in which they are shown. */
    public List<PasswordRule> all() {
        return rules;
    }

    /** The rules that this password breaks, in the same order; empty for a good password. */
    public List<PasswordRule> brokenBy(String password) {
        return rules.stream().filter(rule -> !rule.isMetBy(password)).toList();
    }

    private static PasswordRule lengthBetween(PasswordLength length) {
        return new PasswordRule(
                "length",
                "micloudPasswordRuleLength",
                List.of(Integer.toString(length.shortest()), Integer.toString(length.longest())),
                Pattern.compile(String.format(Locale.ROOT, "[\\s\\S]{%d,%d}", length.shortest(), length.longest())));
    }

    private static PasswordRule containing(
            String name, String messageKey, List<String> messageArguments, String characters) {
        return new PasswordRule(
                name, messageKey, messageArguments, Pattern.compile("[\\s\\S]*" + characters + "[\\s\\S]*"));
    }
}
