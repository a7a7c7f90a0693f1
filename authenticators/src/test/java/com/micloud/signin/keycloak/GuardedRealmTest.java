package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

@DisplayName("A realm")
final class GuardedRealmTest {

    private final List<RequiredActionProviderModel> actions = new ArrayList<>();
    private final List<AuthenticationExecutionModel> steps = new ArrayList<>();
    private AuthenticationFlowModel browserFlow = new AuthenticationFlowModel();

    @ParameterizedTest(name = "guard {0}, other {1} {2}: guarded {3}, open {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            on    |            |    | true  | true
            on    | VERIFY     | 6  | true  | true
            on    | VERIFY     | 5  | true  | false
            on    | VERIFY     | 4  | true  | false
            on    | off VERIFY | 4  | true  | true
            off   |            |    | true  | false
            off   | VERIFY     | 6  | true  | false
            none  | VERIFY     | 6  | false | false
            """)
    @DisplayName("is guarded where it knows the guard, and open where that is on and comes first")
    void guard(String guard, String other, Integer priority, boolean guarded, boolean open) {
        if (!guard.equals("none")) {
            add("micloud-guard", guard.equals("on"), 5);
        }
        if (other != null) {
            add(other, !other.startsWith("off"), priority);
        }
        assertThat(GuardedRealm.is(realm())).isEqualTo(guarded);
        assertThat(GuardedRealm.isOpen(realm())).isEqualTo(open);
        assertThat(GuardedRealm.isClosed(realm())).isEqualTo(guarded && !open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "micloud-username, true",
        "auth-cookie, false",
        ", false",
        "my-micloud-username, false",
        "micloud, false"
    })
    @DisplayName("is guarded, and closed, without the guard too where its browser flow has steps of the bundle")
    void steps(String step, boolean guarded) {
        AuthenticationExecutionModel first = new AuthenticationExecutionModel();
        first.setAuthenticator("auth-spnego");
        steps.add(first);
        AuthenticationExecutionModel second = new AuthenticationExecutionModel();
        second.setAuthenticator(step);
        steps.add(second);
        assertThat(GuardedRealm.is(realm())).isEqualTo(guarded);
        assertThat(GuardedRealm.isClosed(realm())).isEqualTo(guarded);
        browserFlow = null;
        assertThat(GuardedRealm.is(realm())).isFalse();
    }

    @Test
    @DisplayName("is the one that the session works in, if it works in any")
    void current() {
        add("micloud-guard", true, 1);
        assertThat(GuardedRealm.isCurrent(session(realm()))).isTrue();
        assertThat(GuardedRealm.isCurrent(session(Fake.NULL))).isFalse();
        actions.clear();
        assertThat(GuardedRealm.isCurrent(session(realm()))).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"UPDATE_PASSWORD, true", "off VERIFY, false", "MISSING, false"})
    @DisplayName("runs the required actions that it has switched on")
    void requiredActions(String alias, boolean on) {
        add("UPDATE_PASSWORD", true, 1);
        add("off VERIFY", false, 2);
        assertThat(RequiredActions.isOn(realm(), alias)).isEqualTo(on);
    }

    private void add(String alias, boolean enabled, int priority) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(alias);
        action.setEnabled(enabled);
        action.setPriority(priority);
        actions.add(action);
    }

    private static KeycloakSession session(Object realm) {
        return Fake.of(
                KeycloakSession.class, Map.of("getContext", Fake.of(KeycloakContext.class, Map.of("getRealm", realm))));
    }

    private RealmModel realm() {
        return Answers.by(RealmModel.class, (method, arguments) -> switch (method) {
            case "getRequiredActionProviderByAlias" ->
                actions.stream()
                        .filter(action -> action.getAlias().equals(arguments[0]))
                        .findFirst()
                        .orElse(null);
            case "getRequiredActionProvidersStream" -> actions.stream();
            case "getBrowserFlow" -> browserFlow;
            case "getAuthenticationExecutionsStream" -> steps.stream();
            default -> throw Answers.unexpected(method);
        });
    }
}
