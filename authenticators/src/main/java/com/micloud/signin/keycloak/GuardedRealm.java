package com.micloud.signin.keycloak;

import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Says whether a realm has the guard. In all other realms the bundle changes nothing. */
public final class GuardedRealm {

    /** The id of the required action that guards every way in. */
    public static final String GUARD = "micloud-guard";

    /** The ids of all steps of the bundle begin like this. */
    private static final String STEPS = "micloud-";

    private GuardedRealm() {}

    /**
     * Whether the realm is meant to run the MiCloud sign-in: it knows the guard, switched on or not, or its browser flow has
     * steps of the bundle. In such a realm every rule of the bundle holds.
     */
    public static boolean is(RealmModel realm) {
        return realm.getRequiredActionProviderByAlias(GUARD) != null || hasSteps(realm, realm.getBrowserFlow());
    }

    /** Whether the session works in such a realm; at the start of a server, for instance, it works in none. */
    public static boolean isCurrent(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return realm != null && is(realm);
    }

    /**
     * Whether the guard can do its work in the realm: it is on, and comes before every other required action. A realm in
     * which it is not is closed for everybody (spec: "The person's own record", 6).
     */
    public static boolean isOpen(RealmModel realm) {
        RequiredActionProviderModel guard = realm.getRequiredActionProviderByAlias(GUARD);
        return guard != null
                && guard.isEnabled()
                && realm.getRequiredActionProvidersStream()
                        .filter(RequiredActionProviderModel::isEnabled)
                        .filter(action -> !GUARD.equals(action.getAlias()))
                        .allMatch(action -> action.getPriority() > guard.getPriority());
    }

    /** Whether the realm is meant to run the MiCloud sign-in, but lets nobody in. */
    public static boolean isClosed(RealmModel realm) {
        return is(realm) && !isOpen(realm);
    }

    private static boolean hasSteps(RealmModel realm, AuthenticationFlowModel flow) {
        return flow != null
                && realm.getAuthenticationExecutionsStream(flow.getId())
                        .anyMatch(execution -> execution.getAuthenticator() != null
                                && execution.getAuthenticator().startsWith(STEPS));
    }
}
