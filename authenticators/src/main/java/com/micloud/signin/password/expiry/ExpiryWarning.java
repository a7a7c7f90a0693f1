package com.micloud.signin.password.expiry;

import java.util.Optional;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.RealmModel;

/**
 * How many days before the expiry of a password the user sees a notice. It is the realm's attribute if that is a valid
 * number, else 14.
 *
 * @param days 0 where nobody is told
 * @param mistake what the attribute says instead of a number that makes sense; empty where it is right
 * @param most the greatest number that makes sense in the realm
 */
public record ExpiryWarning(int days, String mistake, int most) {

    public static final String ATTRIBUTE = "micloud.expiryWarningDays";

    private static final int DEFAULT = 14;

    /** More days than this are no warning any more, and need forms of words that not every language has here. */
    private static final int MOST = 99;

    public static ExpiryWarning of(RealmModel realm) {
        return of(realm.getAttribute(ATTRIBUTE), lifeOfPasswords(realm));
    }

    /** For how many days passwords live; empty where for ever. */
    public static Optional<Integer> lifeOfPasswords(RealmModel realm) {
        return Optional.of(realm.getPasswordPolicy().getDaysToExpirePassword()).filter(days -> days > 0);
    }

    /** Whether the policy says how long passwords live, but not in days that could pass. */
    public static boolean isPolicyMistaken(RealmModel realm) {
        return realm.getPasswordPolicy().getPolicies().contains(PasswordPolicy.FORCE_EXPIRED_ID)
                && lifeOfPasswords(realm).isEmpty();
    }

    static ExpiryWarning of(String attribute, Optional<Integer> life) {
        int most = Math.min(life.orElse(MOST), MOST);
        int standard = Math.min(DEFAULT, most);
        if (attribute == null || attribute.isBlank()) {
            return new ExpiryWarning(standard, "", most);
        }
        String typed = attribute.strip();
        boolean sensible = typed.matches("[0-9]{1,3}") && Integer.parseInt(typed) <= most;
        return sensible
                ? new ExpiryWarning(Integer.parseInt(typed), "", most)
                : new ExpiryWarning(standard, attribute, most);
    }
}
