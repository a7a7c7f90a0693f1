package com.micloud.signin.keycloak;

import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** The required actions of a realm. */
public final class RequiredActions {

    private RequiredActions() {}

    /** Whether the realm has the action, and has it switched on. */
    public static boolean isOn(RealmModel realm, String alias) {
        RequiredActionProviderModel action = realm.getRequiredActionProviderByAlias(alias);
        return action != null && action.isEnabled();
    }
}
