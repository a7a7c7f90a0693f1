package com.micloud.signin.setup;

import com.micloud.signin.keycloak.PortalTheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Collects which clients have a login theme of their own, and says which of these themes are not used. */
final class ClientThemes {

    private static final String ATTRIBUTE = "login_theme";

    /** As many clients are named in one finding. */
    private static final int SOME = 10;

    private final Map<String, List<String>> clientsByTheme = new TreeMap<>();

    void note(ClientModel client) {
        String set = client.getAttribute(ATTRIBUTE);
        if (set != null && !set.isEmpty()) {
            clientsByTheme.computeIfAbsent(set, theme -> new ArrayList<>()).add(client.getClientId());
        }
    }

    /** One finding for each theme, however many clients have it. */
    List<Finding> inspect(KeycloakSession session) {
        if (!new ThemeInspection(session).isUsable()) {
            return List.of();
        }
        return clientsByTheme.entrySet().stream()
                .filter(entry -> !PortalTheme.isNamed(session, entry.getKey(), Theme.Type.LOGIN))
                .map(entry -> new Finding(
                        "Login theme of " + named(entry.getValue()),
                        "'" + entry.getKey()
                                + "' has no templates of ours, so the pages are drawn in the theme of the realm",
                        "Remove it under Clients > Settings > Login settings, or make it a theme with parent="
                                + PortalTheme.NAME))
                .toList();
    }

    private static String named(List<String> clients) {
        clients.sort(Comparator.naturalOrder());
        String some = String.join(", ", clients.subList(0, Math.min(SOME, clients.size())));
        int more = clients.size() - SOME;
        return (clients.size() == 1 ? "client " : "clients ") + some + (more > 0 ? " and " + more + " more" : "");
    }
}
