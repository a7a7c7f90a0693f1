package com.micloud.signin.password.change;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The facts of every page with a new password, and the events of such pages. */
public final class PasswordPage {

    private PasswordPage() {}

    /** The page's attribute {@code micloud}. */
    public static Map<String, Object> model(boolean asksForCurrent) {
        Map<String, Object> model = new HashMap<>();
        model.put("currentPassword", asksForCurrent);
        return model;
    }

    /** Makes of an event the one that a change of a password leaves. */
    public static EventBuilder changed(EventBuilder event) {
        return of(event, EventType.UPDATE_CREDENTIAL);
    }

    /** Makes of an event the one that a change leaves which was refused. */
    public static EventBuilder refused(EventBuilder event) {
        return of(event, EventType.UPDATE_CREDENTIAL_ERROR);
    }

    private static EventBuilder of(EventBuilder event, EventType type) {
        return event.event(type).detail(Details.CREDENTIAL_TYPE, PasswordCredentialModel.TYPE);
    }
}
