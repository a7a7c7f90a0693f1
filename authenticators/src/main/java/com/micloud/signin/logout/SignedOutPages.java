package com.micloud.signin.logout;

import com.micloud.signin.keycloak.RealmPages;

/** Registers {@code /realms/<realm>/micloud-signed-out}, the page after a log-out. */
public final class SignedOutPages extends RealmPages {

    public SignedOutPages() {
        super(SignedOut.PATH, SignedOutResource::new);
    }
}
