package com.micloud.signin.person;

import com.micloud.signin.keycloak.RealmResourceFactory;

/** Registers {@code /realms/<realm>/micloud-confirm}, the page that confirms a new address. */
public final class ConfirmResourceFactory extends RealmResourceFactory {

    static final String PATH = "micloud-confirm";

    public ConfirmResourceFactory() {
        super(PATH, ConfirmResource::new);
    }
}
