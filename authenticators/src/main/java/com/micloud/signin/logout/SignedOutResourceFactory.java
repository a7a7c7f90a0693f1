package com.micloud.signin.logout;

import com.micloud.signin.keycloak.RealmResourceFactory;

/** Registers {@code /realms/<realm>/micloud-signed-out}, the page after a log-out. */
public final class SignedOutResourceFactory extends RealmResourceFactory {

    public SignedOutResourceFactory() {
        super(SignedOutPage.PATH, SignedOutResource::new);
    }
}
