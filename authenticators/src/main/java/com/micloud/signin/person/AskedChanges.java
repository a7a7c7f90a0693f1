package com.micloud.signin.person;

import java.util.List;
import org.keycloak.models.KeycloakSession;

/** Hands what one request has asked to confirm to the page that answers it. */
final class AskedChanges {

    private static final String NOTE = "micloud.askedChanges";

    private final List<NameChange> changes;

    private AskedChanges(List<NameChange> changes) {
        this.changes = changes;
    }

    static void note(KeycloakSession session, List<NameChange> changes) {
        session.setAttribute(NOTE, new AskedChanges(List.copyOf(changes)));
    }

    /** What this request has asked to confirm; nothing where it has not. */
    static List<NameChange> in(KeycloakSession session) {
        AskedChanges asked = session.getAttribute(NOTE, AskedChanges.class);
        return asked == null ? List.of() : asked.changes;
    }
}
