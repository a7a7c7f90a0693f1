package com.micloud.signin.flow;

import org.keycloak.models.RealmModel;

/**
 * How much a realm shows of the accounts of a username before the proof (spec: "Signing in", 2).
 *
 * @param listed whether the realm says that accounts may be listed
 */
public record Disclosure(boolean listed) {

    public static final String ATTRIBUTE = "micloud.accountDisclosure";
    private static final String LISTED = "listed";

    /** What the realm's attribute says. Any other word, or none, means that nothing is listed. */
    static Disclosure of(RealmModel realm) {
        return new Disclosure(LISTED.equals(realm.getAttribute(ATTRIBUTE)));
    }

    /** Whether accounts may be listed: always once it is proved who asks, before that only where the realm says so. */
    boolean allowsListing(boolean proved) {
        return proved || listed;
    }

    /**
     * Whether the chosen account may be named: to somebody who could pick it from the list, or is proved. Who has but one
     * account has seen no list.
     */
    boolean allowsNaming(boolean proved, int choices) {
        return proved || (choices > 1 && listed);
    }
}
