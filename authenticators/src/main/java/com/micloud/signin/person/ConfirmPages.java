package com.micloud.signin.person;

import com.micloud.signin.keycloak.RealmPages;

/** Registers {@code /realms/<realm>/micloud-confirm}, the page that confirms a new address. */
public final class ConfirmPages extends RealmPages {

    static final String PATH = "micloud-confirm";

    public ConfirmPages() {
        super(PATH, ConfirmResource::new);
    }
}
