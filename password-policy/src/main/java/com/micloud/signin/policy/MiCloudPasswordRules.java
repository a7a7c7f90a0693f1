package com.micloud.signin.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules for a MiCloud password. The server's check, the pages and the docs all use them from here. */
public final class MiCloudPasswordRules {

    /** Every name that a rule may have, in the order in which messages number them. */
    static final List<String> NAMES = List.of("length", "digit", "letter", "special", "space", "different", "strength");

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
    private static final PasswordRule SPACE_FREE =
            PasswordRule.matching("space", "micloudPasswordRuleSpace", List.of(), "[^" + SPACE + "]*");

    /** Only the server can decide it, and only for a user it knows. */
    static final PasswordRule DIFFERENT = PasswordRule.decided(
            "different", "micloudPasswordRuleDifferent", List.of(), password -> !password.isCurrent());

    private static final MiCloudPasswordRules DEFAULT = new MiCloudPasswordRules(PasswordSettings.DEFAULT);

    private final PasswordSettings settings;
    private final List<PasswordRule> rules;

    private MiCloudPasswordRules(PasswordSettings settings) {
        this.settings = settings;
        List<PasswordRule> all = new ArrayList<>(List.of(
                lengthBetween(settings.length()), DIGIT, LETTER, special(settings.specials()), SPACE_FREE, DIFFERENT));
        if (settings.minimumStrength() > 0) {
            all.add(strong(settings.minimumStrength()));
        }
        this.rules = List.copyOf(all);
    }

    /** The rules of a realm. */
    public static MiCloudPasswordRules of(PasswordSettings settings) {
        return settings.equals(PasswordSettings.DEFAULT) ? DEFAULT : new MiCloudPasswordRules(settings);
    }

    /** Every rule, in the order in which they are shown. */
    public List<PasswordRule> all() {
        return rules;
    }

    /** The rules that this password breaks, in the same order; empty for a good password. */
    List<PasswordRule> brokenBy(NewPassword password) {
        return rules.stream().filter(rule -> !rule.isMetBy(password)).toList();
    }

    /**
     * What the message about a broken password needs: for each of {@link #NAMES} 1 when broken, 0 when met and -1 when
     * that could not be decided; then the lengths and the special characters.
     */
    Object[] messageArguments(NewPassword password, List<PasswordRule> broken) {
        List<String> names = broken.stream().map(PasswordRule::name).toList();
        List<Object> arguments = new ArrayList<>();
        for (String name : NAMES) {
            boolean undecided = name.equals(DIFFERENT.name()) && !password.isOwnerKnown();
            arguments.add(undecided ? -1 : names.contains(name) ? 1 : 0);
        }
        arguments.add(Integer.toString(settings.length().shortest()));
        arguments.add(Integer.toString(settings.length().longest()));
        arguments.add(settings.specials().spaced());
        return arguments.toArray();
    }

    private static PasswordRule lengthBetween(PasswordLength length) {
        return PasswordRule.matching(
                "length",
                "micloudPasswordRuleLength",
                List.of(Integer.toString(length.shortest()), Integer.toString(length.longest())),
                String.format(Locale.ROOT, "[\\s\\S]{%d,%d}", length.shortest(), length.longest()));
    }

    private static PasswordRule special(SpecialCharacters specials) {
        return containing("special", "micloudPasswordRuleSpecial", List.of(specials.spaced()), specials.form());
    }

    private static PasswordRule strong(int minimum) {
        return PasswordRule.decided(
                "strength", "micloudPasswordRuleStrength", List.of(), password -> password.strength() >= minimum);
    }

    private static PasswordRule containing(
            String name, String messageKey, List<String> messageArguments, String characters) {
        return PasswordRule.matching(name, messageKey, messageArguments, "[\\s\\S]*" + characters + "[\\s\\S]*");
    }
}
