package com.micloud.signin.keycloak;

import org.keycloak.models.RealmModel;

/** Tells realms that run the MiCloud sign-in from all others on the server. */
public final class GuardedRealm {

    /** The id of the required action that guards every way in. */
    public static final String GUARD = "micloud-guard";

    private GuardedRealm() {}

    /** Whether the guard is on in the realm. */
    public static boolean is(RealmModel realm) {
        return RequiredActions.isOn(realm, GUARD);
    }
}
