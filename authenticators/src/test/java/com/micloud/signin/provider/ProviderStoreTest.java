package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.account.ProviderLink;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderMapperSyncMode;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.IdentityProviderStorageProvider;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransactionManager;
import org.keycloak.models.KeycloakUriInfo;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.urls.HostnameProvider;
import org.keycloak.urls.UrlType;

@DisplayName("The store of identity providers")
final class ProviderStoreTest {

    private static final String ANSWER = "/realms/micloud/broker/okta/endpoint";

    private final IdentityProviderModel stored = new IdentityProviderModel();
    private final IdentityProviderMapperModel mapper = new IdentityProviderMapperModel();
    private final RequiredActionProviderModel guard = new RequiredActionProviderModel();
    private final IdentityProviderStorageProvider keycloak =
            fake(IdentityProviderStorageProvider.class, this::askKeycloak);
    private final KeycloakSession session = fake(KeycloakSession.class, this::askSession);
    private final IdentityProviderStorageProvider store = ProviderStore.over(session, keycloak);
    private IdentityProviderStorageProvider inUse = store;
    private String path = ANSWER;
    private IdentityProviderModel updated = new IdentityProviderModel();
    private int mappersRead;
    private boolean undone;
    private boolean guarded = true;

    ProviderStoreTest() {
        stored.setAlias("okta");
        stored.setEnabled(true);
        stored.setSyncMode(IdentityProviderSyncMode.FORCE);
        mapper.setIdentityProviderAlias("okta");
        mapper.setConfig(new HashMap<>(Map.of("claim", "mail")));
        mapper.setSyncMode(IdentityProviderMapperSyncMode.INHERIT);
        guard.setEnabled(true);
    }

    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                ProviderStoreTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }

    private Object askKeycloak(String method, Object[] arguments) {
        return switch (method) {
            case "getByAlias", "getById" -> stored;
            case "getMappersByAliasStream" -> {
                mappersRead++;
                yield Stream.of(mapper);
            }
            case "update" -> {
                updated = (IdentityProviderModel) arguments[0];
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object askSession(String method, Object[] arguments) {
        return switch (method) {
            case "identityProviders" -> inUse;
            case "getProvider" -> fake(HostnameProvider.class, (question, of) -> null);
            case "getContext" -> fake(KeycloakContext.class, this::askContext);
            case "getTransactionManager" ->
                fake(KeycloakTransactionManager.class, (question, of) -> {
                    undone = question.equals("setRollbackOnly");
                    return null;
                });
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private Object askContext(String method, Object[] arguments) {
        return switch (method) {
            case "getRealm" ->
                fake(
                        RealmModel.class,
                        (question, of) ->
                                question.equals("getRequiredActionProviderByAlias") && guarded ? guard : null);
            case "getUri" ->
                new KeycloakUriInfo(session, UrlType.FRONTEND, fake(UriInfo.class, (question, of) -> path()));
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private String path() {
        if (path.isEmpty()) {
            throw new ContextNotActiveException("No request");
        }
        return path;
    }

    private IdentityProviderMapperModel readMapper() {
        return store.getMappersByAliasStream("okta").findFirst().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANSWER,
                "/realms/micloud/broker/after-first-broker-login",
                "/realms/micloud/broker/after-post-broker-login",
                "/auth/realms/micloud/broker/okta/endpoint/clients/x",
                "/realms/micloud//broker/after-first-broker-login",
                "/realms/micloud/protocol/openid-connect/token"
            })
    @DisplayName("has no sync mode but IMPORT where answers of providers are taken in")
    void withheld(String address) {
        path = address;
        assertThat(store.getByAlias("okta").getSyncMode()).isEqualTo(IdentityProviderSyncMode.IMPORT);
        assertThat(readMapper().getSyncMode()).isEqualTo(IdentityProviderMapperSyncMode.IMPORT);
        assertThat(readMapper().getConfig()).containsEntry("claim", "mail");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/admin/realms/micloud/identity-provider/instances/okta",
                "/realms/micloud/login-actions/required-action",
                "/realms/micloud/single-sign-on"
            })
    @DisplayName("has the modes as they are stored everywhere else")
    void asStored(String address) {
        path = address;
        assertThat(store.getByAlias("okta")).isSameAs(stored);
        assertThat(readMapper()).isSameAs(mapper);
    }

    @Test
    @DisplayName("has the modes as they are stored in realms without the guard")
    void withoutGuard() {
        guarded = false;
        assertThat(store.getByAlias("okta")).isSameAs(stored);
        assertThat(readMapper()).isSameAs(mapper);
    }

    @Test
    @DisplayName("has no mode but IMPORT also where an operator has switched the guard off")
    void guardOff() {
        guard.setEnabled(false);
        assertThat(store.getByAlias("okta").getSyncMode()).isEqualTo(IdentityProviderSyncMode.IMPORT);
    }

    @Test
    @DisplayName("leaves what is stored, and may be shared, as it is")
    void shared() {
        store.getByAlias("okta");
        readMapper();
        assertThat(stored.getSyncMode()).isEqualTo(IdentityProviderSyncMode.FORCE);
        assertThat(mapper.getSyncMode()).isEqualTo(IdentityProviderMapperSyncMode.INHERIT);
        assertThat(store.getById("id")).isSameAs(stored);
    }

    @Test
    @DisplayName("reads the mappers once for each request")
    void statements() {
        readMapper();
        readMapper();
        ProviderStore.of(session).orElseThrow().mappers("okta");
        assertThat(mappersRead).isEqualTo(1);
    }

    @Test
    @DisplayName("lets an answer be taken in where it holds everything back")
    void taken() {
        assertThat(ProviderWrites.areWithheld(session)).isTrue();
        assertThatCode(() -> ProviderWrites.requireWithheld(session, store.getByAlias("okta")))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("ends an answer where Keycloak uses another one")
    void another() {
        inUse = keycloak;
        stored.setSyncMode(IdentityProviderSyncMode.IMPORT);
        mapper.setSyncMode(IdentityProviderMapperSyncMode.IMPORT);
        assertThat(ProviderWrites.areWithheld(session)).isFalse();
        assertEnds(stored);
    }

    @Test
    @DisplayName("ends an answer that comes at an address where it holds nothing back")
    void elsewhere() {
        path = "/realms/micloud/somewhere/else";
        stored.setSyncMode(IdentityProviderSyncMode.IMPORT);
        mapper.setSyncMode(IdentityProviderMapperSyncMode.IMPORT);
        assertEnds(stored);
    }

    @Test
    @DisplayName("ends an answer of a provider with any other mode, or none")
    void otherModes() {
        assertEnds(stored);
        stored.getConfig().remove(IdentityProviderModel.SYNC_MODE);
        assertEnds(stored);
    }

    private void assertEnds(IdentityProviderModel provider) {
        undone = false;
        assertThatThrownBy(() -> ProviderWrites.requireWithheld(session, provider))
                .isInstanceOf(IdentityBrokerException.class)
                .hasMessageContaining(ProviderStoreFactory.ID);
        assertThat(undone).isTrue();
    }

    @ParameterizedTest(name = "guarded: {0}")
    @ValueSource(booleans = {true, false})
    @DisplayName("marks each link to an organization, in guarded realms only")
    void marksLinks(boolean inGuardedRealm) {
        guarded = inGuardedRealm;
        stored.setInternalId("id");
        stored.setOrganizationId("account");
        store.update(stored);
        assertThat(updated.getConfig().containsKey(ProviderLink.MARKS)).isEqualTo(inGuardedRealm);
    }
}
