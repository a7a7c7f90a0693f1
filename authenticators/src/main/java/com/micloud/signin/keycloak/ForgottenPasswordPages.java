package com.micloud.signin.keycloak;

/** Puts the address for forgotten passwords at {@code /realms/<realm>/forgotpassword}. */
public final class ForgottenPasswordPages extends RealmPages {

    static final String PATH = "forgotpassword";

    public ForgottenPasswordPages() {
        super(PATH, ForgottenPasswordResource::new);
    }
}
