package com.micloud.signin.demopage;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/**
 * Puts the demo page at {@code /realms/<realm>/demo}.
 *
 * <p>Where the server cannot reach itself at the address that browsers use, the option
 * {@code --spi-realm-restapi-extension--demo--internal-url} says at which it can.
 */
public final class DemoPage implements RealmResourceProviderFactory {

    private static final String ID = "demo";
    private static final String INTERNAL_URL = "internal-url";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final StyleSheet style = StyleSheet.ofJar();
    private String internalUrl = "";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public void init(Config.Scope config) {
        internalUrl = config.get(INTERNAL_URL, "");
    }

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new Provider(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs nothing of other providers.
    }

    @Override
    public void close() {
        // The HTTP client ends with the server.
    }

    private final class Provider implements RealmResourceProvider {
        private final KeycloakSession session;

        Provider(KeycloakSession session) {
            this.session = session;
        }

        @Override
        public Object getResource() {
            return new DemoResource(
                    session, http, style, Optional.of(internalUrl).filter(url -> !url.isBlank()));
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }
}
