package com.micloud.signin.setup;

import com.micloud.signin.keycloak.PortalTheme;
import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Looks over which themes are set for pages and mails, and whether the one that has our templates is there. */
final class ThemeInspection {

    private final KeycloakSession session;

    ThemeInspection(KeycloakSession session) {
        this.session = session;
    }

    /** Whether the server has our theme and uses it; else there is one thing to mend before all others. */
    boolean isUsable() {
        return jars().isEmpty();
    }

    List<Finding> inspect(RealmModel realm) {
        List<Finding> findings = jars();
        if (findings.isEmpty()) {
            realm(findings, Theme.Type.LOGIN, realm.getLoginTheme(), "pages are drawn");
            realm(findings, Theme.Type.EMAIL, realm.getEmailTheme(), "mails are sent");
        }
        return findings;
    }

    private List<Finding> jars() {
        List<Finding> findings = new ArrayList<>();
        jar(findings, Theme.Type.LOGIN, "no page of the sign-in can be drawn, and nobody is let in");
        jar(findings, Theme.Type.EMAIL, "no mail of the sign-in can be sent");
        return findings;
    }

    private void jar(List<Finding> findings, Theme.Type type, String consequence) {
        if (!PortalTheme.isNamed(session, PortalTheme.NAME, type)) {
            findings.add(new Finding(
                    "Theme " + PortalTheme.NAME + " (" + word(type) + ")",
                    "the server does not have it, so " + consequence,
                    "Copy the jar micloud-theme to providers/ and run 'kc.sh build'"));
        } else if (!PortalTheme.isUsed(session, type)) {
            findings.add(new Finding(
                    "Server option spi-theme-selector--provider",
                    "another provider chooses the theme (" + word(type) + "), so " + consequence,
                    "Remove the option, or the provider that comes before ours"));
        }
    }

    private void realm(List<Finding> findings, Theme.Type type, String set, String consequence) {
        if (set == null || set.isEmpty() || !PortalTheme.isNamed(session, set, type)) {
            String what = set == null || set.isEmpty() ? "none is set" : "'" + set + "' has no templates of ours";
            findings.add(new Finding(
                    "Realm's " + word(type) + " theme",
                    what + ", so the " + consequence + " in the theme " + PortalTheme.NAME,
                    "Choose " + PortalTheme.NAME + ", or a theme with parent=" + PortalTheme.NAME
                            + ", under Realm settings > Themes"));
        }
    }

    private static String word(Theme.Type type) {
        return type == Theme.Type.LOGIN ? "login" : "email";
    }
}
