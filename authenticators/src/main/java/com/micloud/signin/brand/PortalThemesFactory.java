package com.micloud.signin.brand;

import java.util.Comparator;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/** Offers {@link PortalThemes} on top of what chose the theme before: Keycloak, or an extension of the operator's. */
public final class PortalThemesFactory implements ThemeSelectorProviderFactory {

    /** The id of the provider, which is in use unless a server option names another. */
    public static final String ID = "micloud-themes";

    private String below;

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new PortalThemes(session, session.getProvider(ThemeSelectorProvider.class, below));
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public void init(Config.Scope config) {
        // Has no options.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        below = factory.getProviderFactoriesStream(ThemeSelectorProvider.class)
                .filter(other -> !ID.equals(other.getId()))
                .max(Comparator.comparingInt(other -> other.order()))
                .orElseThrow()
                .getId();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
