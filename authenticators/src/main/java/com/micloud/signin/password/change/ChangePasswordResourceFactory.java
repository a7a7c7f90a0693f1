package com.micloud.signin.password.change;

import com.micloud.signin.keycloak.RealmResourceFactory;

/**
 * Registers {@code /realms/<realm>/changepassword}, the address to change a password (spec: "Names that others rely
 * on").
 */
public final class ChangePasswordResourceFactory extends RealmResourceFactory {

    public ChangePasswordResourceFactory() {
        super("changepassword", ChangePasswordResource::new);
    }
}
