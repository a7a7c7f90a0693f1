package com.micloud.signin.password.forgotten;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** Where codes and counts are kept, so that every node finds them and no two nodes take the same. */
final class ResetStore {

    private final SingleUseObjectProvider objects;
    private final String realmId;

    ResetStore(KeycloakSession session) {
        this.objects = session.singleUseObjects();
        this.realmId = session.getContext().getRealm().getId();
    }

    SingleUseObjectProvider objects() {
        return objects;
    }

    String key(String kind, String what) {
        return "micloud.reset." + kind + "." + realmId + "." + what;
    }

    /** Takes one of a number of places, each of which is free again after that many seconds; says whether one was free. */
    boolean take(String kind, String what, int places, long seconds) {
        for (int place = 0; place < places; place++) {
            if (objects.putIfAbsent(key(kind, what + "." + place), seconds)) {
                return true;
            }
        }
        return false;
    }
}
