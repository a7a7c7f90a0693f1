package com.micloud.signin.keycloak;

import java.net.URI;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.RealmsResource;
import org.keycloak.urls.UrlType;

/** The address of the portal for people, also while the server answers an administrator's request. */
public final class PortalAddress {

    /** The page for a forgotten password, below the realm (spec: "Names that others rely on"). */
    public static final String FORGOT_PASSWORD = "forgotpassword";

    private PortalAddress() {}

    /** The page for a forgotten password. */
    public static URI forgotPassword(KeycloakSession session, RealmModel realm) {
        return of(session, realm, FORGOT_PASSWORD);
    }

    /** A page right below the realm. */
    public static URI of(KeycloakSession session, RealmModel realm, String path) {
        return RealmsResource.realmBaseUrl(session.getContext().getUri(UrlType.FRONTEND))
                .path(path)
                .build(realm.getName());
    }
}
