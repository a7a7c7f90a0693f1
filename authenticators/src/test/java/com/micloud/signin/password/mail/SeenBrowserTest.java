package com.micloud.signin.password.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import jakarta.enterprise.context.ContextNotActiveException;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.ClientConnection;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;

@DisplayName("What a mail tells of the browser")
final class SeenBrowserTest {

    @Test
    @DisplayName("is nothing where its reason was no request")
    void noRequest() {
        // Keycloak has such a connection, which knows no address, where there is no request.
        ClientConnection none = new ClientConnection() {};
        KeycloakContext context = (KeycloakContext) Proxy.newProxyInstance(
                SeenBrowserTest.class.getClassLoader(),
                new Class<?>[] {KeycloakContext.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        return none;
                    }
                    throw new ContextNotActiveException();
                });
        assertThat(SeenBrowser.facts(Fake.of(KeycloakSession.class, Map.of("getContext", context))))
                .containsEntry("address", "")
                .containsEntry("browser", "");
    }
}
