package com.micloud.signin.person;

import com.micloud.signin.keycloak.RealmPages;

/** Puts the page on which a new address is confirmed at {@code /realms/<realm>/micloud-confirm}. */
public final class ConfirmPages extends RealmPages {

    static final String PATH = "micloud-confirm";

    public ConfirmPages() {
        super(PATH, ConfirmResource::new);
    }
}
