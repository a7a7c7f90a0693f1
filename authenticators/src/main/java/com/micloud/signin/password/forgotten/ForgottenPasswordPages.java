package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.RealmPages;

/** Registers {@code /realms/<realm>/forgotpassword}, the address for forgotten passwords. */
public final class ForgottenPasswordPages extends RealmPages {

    static final String PATH = "forgotpassword";

    public ForgottenPasswordPages() {
        super(PATH, ForgottenPasswordResource::new);
    }
}
