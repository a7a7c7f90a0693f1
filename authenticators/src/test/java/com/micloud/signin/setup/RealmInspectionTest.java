package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

@DisplayName("The report at start, about a realm,")
final class RealmInspectionTest {

    private static final String GUARD = "micloud-guard";

    private final RealmInspection inspection = new RealmInspection(new ExpectedFlows(
            List.of("micloud-username", "micloud-password"),
            List.of("micloud-provider-link"),
            List.of("micloud-change"),
            List.of("micloud-reset")));

    private final List<RequiredActionProviderModel> actions = new ArrayList<>();
    private final Map<String, List<AuthenticationExecutionModel>> flows = new HashMap<>();
    private final Map<String, String> attributes = new HashMap<>();
    private final Map<String, Object> facts = new HashMap<>();
    private final Set<String> unbound = new HashSet<>();
    private final List<ClientScopeModel> scopes = new ArrayList<>();

    RealmInspectionTest() {
        action(GUARD, true, 1);
        action("UPDATE_PASSWORD", true, 30);
        flow("browser", "micloud-username", "micloud-password");
        flow("first broker login", "micloud-provider-link");
        flow("change", "micloud-change");
        flow("reset", "micloud-reset");
        facts.put("getName", "micloud");
        facts.put("isOrganizationsEnabled", true);
        facts.put("isResetPasswordAllowed", true);
        facts.put("getPasswordPolicy", PasswordPolicy.empty());
        facts.put("isEnabled", true);
    }

    @Test
    @DisplayName("says nothing where nothing is wrong")
    void nothing() {
        assertThat(things()).isEmpty();
        assertThat(inspection.concerns(realm())).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "guard missing, Required action micloud-guard",
        "guard off, Required action micloud-guard",
        "guard late, Required action micloud-guard",
        "organizations off, Organizations",
        "browser: micloud-password micloud-username, Browser flow 'browser'",
        "browser: micloud-username, Browser flow 'browser'",
        "browser: micloud-username -micloud-password, Browser flow 'browser'",
        "browser: micloud-username ?micloud-password, Browser flow 'browser'",
        "browser: micloud-username micloud-password (), Browser flow 'browser'",
        "first broker login: idp-review-profile, First broker login flow 'first broker login'",
        "change: micloud-username, Flow to change passwords 'change'",
        "reset: reset-credentials-choose-user, Reset credentials flow 'reset'",
        "unbound browser, Browser flow",
        "unbound change, Client micloud-change-password",
        "client off, Client micloud-change-password",
        "attribute micloud.resetCodeTries=99, Realm attributes",
        "attribute micloud.accountDisclosure=Listed, Realm attribute micloud.accountDisclosure",
        "scope micloud-account-mapper, Client scope micloud"
    })
    @DisplayName("names the one thing that is wrong")
    void wrong(String spoilt, String thing) {
        spoil(spoilt);
        assertThat(things()).containsExactly(thing);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "browser: micloud-username micloud-password -auth-cookie",
        "attribute micloud.resetCodeTries=3",
        "attribute micloud.accountDisclosure=listed",
        "attribute micloud.accountDisclosure=typed",
        "attribute micloud.accountDisclosure=",
        "scope micloud-account-mapper micloud-own-audience-mapper",
        "scope oidc-usermodel-attribute-mapper"
    })
    @DisplayName("says nothing of what is as it may be")
    void fine(String changed) {
        spoil(changed);
        assertThat(things()).isEmpty();
    }

    @Test
    @DisplayName("does not look at the flow for forgotten passwords where that is off")
    void resetOff() {
        facts.put("isResetPasswordAllowed", false);
        flow("reset", "reset-credentials-choose-user");
        assertThat(things()).isEmpty();
    }

    @Test
    @DisplayName("says which steps a flow has, and which it should have")
    void steps() {
        spoil("browser: micloud-username ?micloud-password ()");
        assertThat(inspection.inspect(realm()).get(0).fault())
                .isEqualTo("its steps are [micloud-username, micloud-password (not required), (sub-flow)], not"
                        + " [micloud-username, micloud-password], all required");
    }

    @Test
    @DisplayName("is not made for realms that have neither the guard nor a step of ours")
    void concerns() {
        actions.clear();
        flow("browser", "auth-cookie", "micloud-password");
        assertThat(inspection.concerns(realm())).isTrue();
        flow("browser", "auth-cookie", "micloud-provider-link");
        assertThat(inspection.concerns(realm())).isFalse();
        unbound.add("browser");
        assertThat(inspection.concerns(realm())).isFalse();
        action(GUARD, false, 1);
        assertThat(inspection.concerns(realm())).isTrue();
    }

    private List<String> things() {
        return inspection.inspect(realm()).stream().map(Finding::thing).toList();
    }

    private void spoil(String what) {
        String[] words = what.split("[ :]+", -1);
        if (what.startsWith("guard")) {
            actions.removeIf(action -> action.getAlias().equals(GUARD));
            if (!what.equals("guard missing")) {
                action(GUARD, !what.equals("guard off"), what.equals("guard late") ? 31 : 1);
            }
        } else if (what.equals("organizations off")) {
            facts.put("isOrganizationsEnabled", false);
        } else if (what.equals("client off")) {
            facts.put("isEnabled", false);
        } else if (what.startsWith("unbound")) {
            unbound.add(words[1]);
        } else if (what.startsWith("attribute")) {
            String[] parts = words[1].split("=", -1);
            attributes.put(parts[0], parts[1]);
        } else if (what.startsWith("scope")) {
            scope(Arrays.copyOfRange(words, 1, words.length));
        } else {
            String[] parts = what.split(": ", -1);
            flow(parts[0], parts[1].split(" ", -1));
        }
    }

    private void action(String alias, boolean enabled, int priority) {
        RequiredActionProviderModel action = new RequiredActionProviderModel();
        action.setAlias(alias);
        action.setEnabled(enabled);
        action.setPriority(priority);
        actions.add(action);
    }

    /** A minus sign means switched off, a question mark not required, and brackets a sub-flow. */
    private void flow(String alias, String... steps) {
        flows.put(alias, Stream.of(steps).map(RealmInspectionTest::execution).toList());
    }

    private static AuthenticationExecutionModel execution(String step) {
        AuthenticationExecutionModel execution = new AuthenticationExecutionModel();
        execution.setRequirement(
                switch (step.charAt(0)) {
                    case '-' -> AuthenticationExecutionModel.Requirement.DISABLED;
                    case '?' -> AuthenticationExecutionModel.Requirement.ALTERNATIVE;
                    default -> AuthenticationExecutionModel.Requirement.REQUIRED;
                });
        execution.setAuthenticatorFlow(step.equals("()"));
        execution.setAuthenticator(step.replaceAll("^[-?]", ""));
        return execution;
    }

    private void scope(String... mappers) {
        Supplier<Stream<ProtocolMapperModel>> stream = () -> Stream.of(mappers).map(id -> {
            ProtocolMapperModel mapper = new ProtocolMapperModel();
            mapper.setProtocolMapper(id);
            return mapper;
        });
        scopes.add(Fake.of(ClientScopeModel.class, Map.of("getName", "micloud", "getProtocolMappersStream", stream)));
    }

    private RealmModel realm() {
        return Answers.by(RealmModel.class, (method, arguments) -> switch (method) {
            case "getRequiredActionProviderByAlias" ->
                actions.stream()
                        .filter(action -> action.getAlias().equals(arguments[0]))
                        .findFirst()
                        .orElse(null);
            case "getRequiredActionProvidersStream" -> actions.stream();
            case "getBrowserFlow" -> bound("browser");
            case "getFirstBrokerLoginFlow" -> bound("first broker login");
            case "getResetCredentialsFlow" -> bound("reset");
            case "getAuthenticationFlowById" -> bound((String) arguments[0]);
            case "getAuthenticationExecutionsStream" -> flows.get(arguments[0]).stream();
            case "getClientByClientId" ->
                Fake.of(
                        ClientModel.class,
                        Map.of(
                                "isEnabled",
                                facts.get("isEnabled"),
                                "getAuthenticationFlowBindingOverride",
                                unbound.contains("change") ? Fake.NULL : "change"));
            case "getAttribute" -> attributes.get(arguments[0]);
            case "getClientScopesStream" -> scopes.stream();
            default -> {
                if (!facts.containsKey(method)) {
                    throw Answers.unexpected(method);
                }
                yield facts.get(method);
            }
        });
    }

    private AuthenticationFlowModel bound(String alias) {
        if (unbound.contains(alias)) {
            return null;
        }
        AuthenticationFlowModel flow = new AuthenticationFlowModel();
        flow.setId(alias);
        flow.setAlias(alias);
        return flow;
    }
}
