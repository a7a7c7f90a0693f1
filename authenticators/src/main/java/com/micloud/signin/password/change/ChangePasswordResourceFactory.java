package com.micloud.signin.password.change;

import com.micloud.signin.keycloak.RealmResourceFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;

/**
 * Registers {@code /realms/<realm>/changepassword}, the address to change a password (spec: "Names that others rely
 * on").
 */
public final class ChangePasswordResourceFactory extends RealmResourceFactory {

    public ChangePasswordResourceFactory() {
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
                PasswordChangeTab.bind(created.getCreatedRealm());
            }
        });
    }
}
