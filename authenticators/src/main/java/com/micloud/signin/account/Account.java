package com.micloud.signin.account;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * One customer's phone system, as the sign-in pages and the tokens know it.
 *
 * @param id the Organization's id
 * @param number the account number: the Organization's alias
 * @param name what people recognise: the display name where there is one
 * @param partnerLabel text given by a reseller; empty when there is none
 * @param enabled whether members may sign in
 * @param policy the sign-in policy as it is written; empty when it is not
 */
public record Account(String id, String number, String name, String partnerLabel, boolean enabled, String policy) {

    public Account {
        requireNonNull(id, "id");
        requireNonNull(number, "number");
        requireNonNull(name, "name");
        requireNonNull(partnerLabel, "partnerLabel");
        requireNonNull(policy, "policy");
    }

    /** Whether typed text is this account's number; letter case and surrounding blanks do not count. */
    public boolean hasNumber(String typed) {
        return folded(number).equals(folded(typed));
    }

    /** Whether typed text is this account's partner label; letter case and surrounding blanks do not count. */
    public boolean hasLabel(String typed) {
        return !partnerLabel.isEmpty() && folded(partnerLabel).equals(folded(typed));
    }

    /** Whether typed text occurs in what the drop-down would show of this account. */
    public boolean mentions(String typed) {
        String part = folded(typed);
        return folded(name).contains(part)
                || folded(number).contains(part)
                || folded(partnerLabel).contains(part);
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
