package com.micloud.signin.person;

import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Passes the changes that a request wants to confirm to the page that answers it. */
final class AskedChanges {

    private static final String NOTE = "micloud.askedChanges";

    private final List<NameChange> changes;

    private AskedChanges(List<NameChange> changes) {
        this.changes = changes;
    }

    static void note(KeycloakSession session, List<NameChange> changes) {
        session.setAttribute(NOTE, new AskedChanges(List.copyOf(changes)));
    }

    /** The changes that this request wants to confirm; empty if there are none. */
    static List<NameChange> in(KeycloakSession session) {
        AskedChanges asked = session.getAttribute(NOTE, AskedChanges.class);
        return asked == null ? List.of() : asked.changes;
    }
}
