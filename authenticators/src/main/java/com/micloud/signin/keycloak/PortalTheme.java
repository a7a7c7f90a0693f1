package com.micloud.signin.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeProvider;

/** The theme that has the templates of our pages and mails, and all themes that are made from it. */
public final class PortalTheme {

    /** The name of the theme, for pages and for mails. */
    public static final String NAME = "micloud";

    /** Our theme has this property, and a theme with {@code parent=micloud} inherits it. */
    private static final String MARK = "micloudBrandColor";

    private PortalTheme() {}

    /** Whether a theme with these properties has our templates. */
    public static boolean hasMark(Properties properties) {
        return properties.containsKey(MARK);
    }

    /** Whether the theme in use, in the context of this session, has our templates. */
    public static boolean isUsed(KeycloakSession session, Theme.Type type) {
        try {
            return isIn(session.theme().getTheme(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there is a theme of this name that has our templates. */
    public static boolean isNamed(KeycloakSession session, String name, Theme.Type type) {
        // Asked first: for a name that is missing, the theme manager answers another theme and logs an error each time.
        boolean exists =
                session.getAllProviders(ThemeProvider.class).stream().anyMatch(themes -> themes.hasTheme(name, type));
        try {
            return exists && isIn(session.theme().getTheme(name, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isIn(Theme theme) throws IOException {
        return theme != null && hasMark(theme.getProperties());
    }
}
