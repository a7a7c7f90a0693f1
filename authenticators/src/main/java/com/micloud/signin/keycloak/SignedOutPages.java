package com.micloud.signin.keycloak;

/** Puts the page after a log-out at {@code /realms/<realm>/micloud-signed-out}. */
public final class SignedOutPages extends RealmPages {

    public SignedOutPages() {
        super(SignedOut.PATH, SignedOutResource::new);
    }
}
