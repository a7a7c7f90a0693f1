package com.micloud.signin.setup;

import com.micloud.signin.keycloak.PortalTheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.theme.Theme;

/** Looks over which themes are set for pages and mails, and whether the one that has our templates is there. */
final class ThemeInspection {

    private static final String CLIENT_THEME = "login_theme";

    /** As many clients are named in one finding. */
    private static final int SOME = 10;

    private final KeycloakSession session;

    ThemeInspection(KeycloakSession session) {
        this.session = session;
    }

    List<Finding> inspect(RealmModel realm) {
        List<Finding> findings = new ArrayList<>();
        jar(findings, Theme.Type.LOGIN, "no page of the sign-in can be drawn, and nobody is let in");
        jar(findings, Theme.Type.EMAIL, "no mail of the sign-in can be sent");
        if (findings.isEmpty()) {
            realm(findings, Theme.Type.LOGIN, realm.getLoginTheme(), "pages are drawn");
            realm(findings, Theme.Type.EMAIL, realm.getEmailTheme(), "mails are sent");
            clients(findings, realm);
        }
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

    /** One finding for each theme, however many clients have it. */
    private void clients(List<Finding> findings, RealmModel realm) {
        Map<String, List<String>> clientsByTheme = new TreeMap<>();
        realm.getClientsStream().forEach(client -> {
            String set = client.getAttribute(CLIENT_THEME);
            if (set != null && !set.isEmpty()) {
                clientsByTheme.computeIfAbsent(set, theme -> new ArrayList<>()).add(client.getClientId());
            }
        });
        clientsByTheme.forEach((theme, clients) -> {
            if (!PortalTheme.isNamed(session, theme, Theme.Type.LOGIN)) {
                findings.add(new Finding(
                        "Login theme of " + named(clients),
                        "'" + theme + "' has no templates of ours, so the pages are drawn in the theme of the realm",
                        "Remove it under Clients > Settings > Login settings, or make it a theme with parent="
                                + PortalTheme.NAME));
            }
        });
    }

    private static String named(List<String> clients) {
        clients.sort(Comparator.naturalOrder());
        String some = String.join(", ", clients.subList(0, Math.min(SOME, clients.size())));
        int more = clients.size() - SOME;
        return (clients.size() == 1 ? "client " : "clients ") + some + (more > 0 ? " and " + more + " more" : "");
    }

    private static String word(Theme.Type type) {
        return type == Theme.Type.LOGIN ? "login" : "email";
    }
}
