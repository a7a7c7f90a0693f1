package com.micloud.signin.flow;

import org.keycloak.models.RealmModel;

/** How much a realm shows of the accounts of a username before the proof (spec: "Signing in", 2). */
final class Disclosure {

    static final String ATTRIBUTE = "micloud.accountDisclosure";
    private static final String LISTED = "listed";

    /**
     * Whether accounts may be listed: always once it is proved who asks, before that only where the realm says so. Any
     * other word in the realm's attribute, or none, means no.
     */
    boolean allowsListing(RealmModel realm, boolean proved) {
        return proved || LISTED.equals(realm.getAttribute(ATTRIBUTE));
    }

    /**
     * Whether the chosen account may be named: to somebody who could pick it from the list, or is proved. Who has but one
     * account has seen no list.
     */
    boolean allowsNaming(RealmModel realm, boolean proved, int choices) {
        return proved || (choices > 1 && allowsListing(realm, false));
    }
}
