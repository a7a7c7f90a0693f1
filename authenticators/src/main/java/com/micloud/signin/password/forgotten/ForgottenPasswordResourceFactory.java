package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.RealmResourceFactory;

/** Registers {@code /realms/<realm>/forgotpassword}, the address for forgotten passwords. */
public final class ForgottenPasswordResourceFactory extends RealmResourceFactory {

    static final String PATH = "forgotpassword";

    public ForgottenPasswordResourceFactory() {
        super(PATH, ForgottenPasswordResource::new);
    }
}
