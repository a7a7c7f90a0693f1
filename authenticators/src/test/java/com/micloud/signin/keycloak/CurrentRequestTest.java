package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.micloud.signin.Fake;
import com.micloud.signin.provider.CallbackRequest;
import com.micloud.signin.provider.ProviderLinks;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityCreatedEvent;
import org.keycloak.models.FederatedIdentityModel.FederatedIdentityRemovedEvent;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

@DisplayName("Where a session serves no request")
final class CurrentRequestTest {

    private static final RealmModel GUARDED =
            Fake.of(RealmModel.class, Map.of("getRequiredActionProviderByAlias", new RequiredActionProviderModel()));

    private static final UserModel USER = Fake.of(UserModel.class, Map.of());

    private static final FederatedIdentityModel LINK = new FederatedIdentityModel("okta", "1", "ann@acme.example");

    /** What Keycloak's context is outside a request: it knows the server where the configuration tells the whole address. */
    private static KeycloakSession session(boolean knowsServer) {
        HostnameProvider hostname = proxy(HostnameProvider.class, () -> {
            if (knowsServer) {
                return URI.create("https://signin.example.com");
            }
            throw new ContextNotActiveException();
        });
        KeycloakSession forUri = Fake.of(KeycloakSession.class, Map.of("getProvider", hostname));
        UriInfo none = proxy(UriInfo.class, () -> {
            throw new ContextNotActiveException();
        });
        KeycloakContext context =
                proxy(KeycloakContext.class, () -> new KeycloakUriInfo(forUri, UrlType.FRONTEND, none));
        return Fake.of(KeycloakSession.class, Map.of("getContext", context));
    }

    private interface Answer {
        Object give();
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                CurrentRequestTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.give()));
    }

    @Test
    @DisplayName("there is no path, whether or not the server's address is known")
    void noPath() {
        assertThat(CurrentRequest.path(session(true))).isEmpty();
        assertThat(CurrentRequest.path(session(false))).isEmpty();
        assertThat(CurrentRequest.isThere(session(true))).isFalse();
    }

    @Test
    @DisplayName("the server's address is known only if it is configured")
    void server() {
        assertThat(CurrentRequest.server(session(true)))
                .isEqualTo(Optional.of(URI.create("https://signin.example.com")));
        assertThat(CurrentRequest.server(session(false))).isEmpty();
    }

    @Test
    @DisplayName("links to providers are made, as an import does, and removed")
    void links() {
        for (boolean knowsServer : new boolean[] {true, false}) {
            KeycloakSession session = session(knowsServer);
            assertThatCode(() -> tell(new FederatedIdentityCreatedEvent() {
                        @Override
                        public FederatedIdentityModel getFederatedIdentity() {
                            return LINK;
                        }

                        @Override
                        public KeycloakSession getKeycloakSession() {
                            return session;
                        }

                        @Override
                        public RealmModel getRealm() {
                            return GUARDED;
                        }

                        @Override
                        public UserModel getUser() {
                            return USER;
                        }
                    }))
                    .doesNotThrowAnyException();
            assertThatCode(() -> tell(new FederatedIdentityRemovedEvent() {
                        @Override
                        public FederatedIdentityModel getFederatedIdentity() {
                            return LINK;
                        }

                        @Override
                        public KeycloakSession getKeycloakSession() {
                            return session;
                        }

                        @Override
                        public RealmModel getRealm() {
                            return GUARDED;
                        }

                        @Override
                        public UserModel getUser() {
                            return USER;
                        }
                    }))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    @DisplayName("nothing is an answer of a provider")
    void noCallback() {
        assertThat(CallbackRequest.current(session(true))).isEmpty();
        assertThat(CallbackRequest.isOnTheWay(session(true))).isFalse();
    }

    private static void tell(ProviderEvent event) {
        ProviderEventListener[] registered = new ProviderEventListener[1];
        ProviderLinks.watch((KeycloakSessionFactory) Proxy.newProxyInstance(
                CurrentRequestTest.class.getClassLoader(),
                new Class<?>[] {KeycloakSessionFactory.class},
                (proxy, method, arguments) -> {
                    registered[0] = (ProviderEventListener) arguments[0];
                    return null;
                }));
        registered[0].onEvent(event);
    }
}
