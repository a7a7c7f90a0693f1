package com.micloud.signin.brand;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PortalTheme;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;

/**
 * Chooses the theme of pages and mails in a guarded realm: the one that is set for the client, else the one of the realm,
 * where that is micloud or made from it; else micloud. The steps of the sign-in have templates in no other theme.
 */
final class PortalThemes implements ThemeSelectorProvider {

    private final KeycloakSession session;
    private final ThemeSelectorProvider settings;

    /**
     * A choice within one request.
     *
     * @param settings tells which theme is set, and chooses in all other realms
     */
    PortalThemes(KeycloakSession session, ThemeSelectorProvider settings) {
        this.session = session;
        this.settings = settings;
    }

    @Override
    public String getThemeName(Theme.Type type) {
        String set = settings.getThemeName(type);
        RealmModel realm = session.getContext().getRealm();
        boolean guarded =
                realm != null && (type == Theme.Type.LOGIN || type == Theme.Type.EMAIL) && GuardedRealm.is(realm);
        return guarded ? chosen(type, set, realm) : set;
    }

    private String chosen(Theme.Type type, String set, RealmModel realm) {
        // Where a client's theme is of no use, its pages look like all others of the realm.
        String ofRealm = type == Theme.Type.LOGIN ? realm.getLoginTheme() : realm.getEmailTheme();
        return Stream.of(set, ofRealm)
                .filter(name -> name != null && !name.isEmpty())
                .filter(name -> PortalTheme.isNamed(session, name, type))
                .findFirst()
                .orElse(PortalTheme.NAME);
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
