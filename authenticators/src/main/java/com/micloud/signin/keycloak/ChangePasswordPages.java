package com.micloud.signin.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Puts the way to change a password at {@code /realms/<realm>/changepassword} (spec: "Names that others rely on"). */
public final class ChangePasswordPages implements RealmResourceProviderFactory {

    /** Keycloak takes the last part of the address for the id of the provider. */
    static final String PATH = "changepassword";

    @Override
    public String getId() {
        return PATH;
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Provider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // Has no options.
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

    @Override
    public void close() {
        // Holds nothing.
    }

    private record Provider(KeycloakSession session) implements RealmResourceProvider {

        @Override
        public Object getResource() {
            return new ChangePasswordResource(session);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
