package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.Slots;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** The store of codes and counts. All nodes share it, and no two nodes can reserve the same place. */
final class ResetStore {

    private final SingleUseObjectProvider objects;
    private final String realmId;

    ResetStore(KeycloakSession session) {
        this(session.singleUseObjects(), session.getContext().getRealm().getId());
    }

    ResetStore(SingleUseObjectProvider objects, String realmId) {
        this.objects = objects;
        this.realmId = realmId;
    }

    SingleUseObjectProvider objects() {
        return objects;
    }

    String key(String kind, String what) {
        return "micloud.reset." + kind + "." + realmId + "." + what;
    }

    /** Takes one of a number of places, each of which is free again after that many seconds; says whether one was free. */
    boolean take(String kind, String what, int places, long seconds) {
        return slots(kind, what, places, seconds).take().isPresent();
    }

    Slots slots(String kind, String what, int places, long seconds) {
        return new Slots(objects, key(kind, what), places, seconds);
    }
}
