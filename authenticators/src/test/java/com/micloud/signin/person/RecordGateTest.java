package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("The gate before the account API and the admin API")
final class RecordGateTest {
    private final List<RequiredActionProviderModel> actions = new ArrayList<>();
    private final Map<String, Object> context = new HashMap<>();
    private final UserModel user =
            Fake.of(UserModel.class, Map.of("getServiceAccountClientLink", Fake.NULL, "getId", "id"));

    RecordGateTest() {
        actions.add(action("micloud-guard", 1, true));
        actions.add(action("UPDATE_PROFILE", 40, true));
        context.put("getRealm", realm());
        context.put("getAuthenticationSession", Fake.NULL);
        context.put("getUserSession", Fake.NULL);
        context.put("getClient", Fake.NULL);
    }

    private RealmModel realm() {
        return (RealmModel) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {RealmModel.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequiredActionProviderByAlias" ->
                        actions.stream()
                                .filter(action -> action.getAlias().equals(arguments[0]))
                                .findFirst()
                                .orElse(null);
                    case "getRequiredActionProvidersStream" -> actions.stream();
                    case "getBrowserFlow" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static RequiredActionProviderModel action(String alias, int priority, boolean enabled) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(alias);
        action.setProviderId(alias);
        action.setPriority(priority);
        action.setEnabled(enabled);
        return action;
    }

    private KeycloakSession session() {
        return Fake.of(KeycloakSession.class, Map.of("getContext", Fake.of(KeycloakContext.class, context)));
    }

    private UserSessionModel opened(Object note) {
        return Fake.of(UserSessionModel.class, Map.of("getUser", user, "getNote", note));
    }

    private void assertShut() {
        assertThat(RecordGate.admits(session())).isFalse();
        assertThat(RecordGate.isOpen(session(), user)).isFalse();
    }

    @Test
    @DisplayName("is shut where the token has no session")
    void withoutSession() {
        assertShut();
    }

    @Test
    @DisplayName("is shut where the session says nothing of what it has proved")
    void withoutNote() {
        context.put("getUserSession", opened(Fake.NULL));
        assertShut();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"providers\":{\"a\":{\"alias\":\"p\",\"time\":1}}}", "{\"password\":0}"
            })
    @DisplayName("is shut where the session's note cannot be read, or has no password in it")
    void spoiltNote(String note) {
        context.put("getUserSession", opened(note));
        assertShut();
    }

    @Test
    @DisplayName("is shut where the guard is off")
    void guardOff() {
        actions.set(0, action("micloud-guard", 1, false));
        assertShut();
    }

    @Test
    @DisplayName("is shut where the guard does not come first, or shares the first place")
    void guardNotFirst() {
        actions.set(0, action("micloud-guard", 40, true));
        assertShut();
    }

    @Test
    @DisplayName("lets everything through in a realm without the guard")
    void stock() {
        actions.remove(0);
        assertThat(RecordGate.admits(session())).isTrue();
    }
}
