package com.micloud.signin.keycloak;

import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/** Puts the way to change a password at {@code /realms/<realm>/changepassword} (spec: "Names that others rely on"). */
public final class ChangePasswordPages extends RealmPages {

    public ChangePasswordPages() {
        super("changepassword", ChangePasswordResource::new);
    }

    /**
     * Binds the flow in realms that are imported: a realm file could only name the flow by an id, and ids are unique on
     * a server, so that the file could be imported there once only.
     */
    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof RealmModel.RealmPostCreateEvent created) {
                PasswordErrand.bind(created.getCreatedRealm());
            }
        });
    }
}
