package com.micloud.signin.brand;

import com.micloud.signin.keycloak.RealmPages;

/** Puts the style sheets of brands below {@code /realms/<realm>/micloud-brand/}. */
public final class BrandSheets extends RealmPages {

    static final String PATH = "micloud-brand";

    public BrandSheets() {
        super(PATH, session -> new BrandSheetResource());
    }
}
