package com.micloud.signin.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeResourceProvider;
import org.keycloak.theme.ThemeResourceProviderFactory;

/**
 * Adds the texts and scripts of the rules to every theme, the admin console's too. A theme with its own texts keeps
 * them.
 *
 * <p>Keycloak would also find messages in a folder {@code theme-resources}, but only those of one jar: the folder has
 * the same name in all of them, and the first on the class path hides the others.
 */
public final class PasswordMessages implements ThemeResourceProvider, ThemeResourceProviderFactory {

    @Override
    public Properties getMessages(String bundle, Locale locale) throws IOException {
        Properties messages = new Properties();
        InputStream file = PasswordMessages.class.getResourceAsStream(bundle + "_" + locale + ".properties");
        if (file != null) {
            try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
                messages.load(reader);
            }
        }
        return messages;
    }

    @Override
    public URL getTemplate(String name) {
        return null;
    }

    @Override
    public InputStream getResourceAsStream(String path) {
        return PasswordScript.at(path).map(PasswordScript::open).orElse(null);
    }

    @Override
    public ThemeResourceProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return MiCloudPasswordPolicyFactory.ID;
    }

    @Override
    public void init(Config.Scope config) {
        // The messages are part of the jar.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs nothing of other providers.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
