package com.micloud.signin.brand;

import com.micloud.signin.keycloak.RealmResourceFactory;

/** Puts the style sheets of brands below {@code /realms/<realm>/micloud-brand/}. */
public final class BrandSheetResourceFactory extends RealmResourceFactory {

    static final String PATH = "micloud-brand";

    public BrandSheetResourceFactory() {
        super(PATH, session -> new BrandSheetResource());
    }
}
