package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

@DisplayName("A request to the address of a provider's answers")
final class CallbackRequestTest {

    private static final String ANSWER = "/realms/micloud/broker/okta/endpoint";

    @ParameterizedTest(name = "{0}: answer {1}, on the way {2}")
    @CsvSource({
        "/realms/micloud/broker/okta/endpoint, true, true",
        "/realms/micloud/broker/okta/endpoint/clients/crm, true, true",
        "/realms/micloud/broker/okta/endpoint/logout_response, true, true",
        "/auth/realms/micloud/broker/okta/endpoint, true, true",
        "/realms/micloud/broker/okta/login, false, true",
        "/realms/micloud/broker/okta/endpoints, false, true",
        "/realms/micloud/broker/after-first-broker-login, false, true",
        "/realms/micloud/broker/a/b/endpoint, false, true",
        "/realms/micloud/broker, false, false",
        "/realms/micloud/protocol/openid-connect/auth, false, false",
        "/admin/realms/micloud/identity-provider/instances/okta, false, false"
    })
    @DisplayName("is known by its path")
    void path(String path, boolean answer, boolean onTheWay) {
        TestRequest request = new TestRequest(TestRealms.guarded(), path);
        assertThat(CallbackRequest.current(request.session()).isPresent()).isEqualTo(answer);
        assertThat(CallbackRequest.isOnTheWay(request.session())).isEqualTo(onTheWay);
    }

    @Test
    @DisplayName("is no business of the bundle in a realm without the guard")
    void stock() {
        TestRequest request = new TestRequest(TestRealms.stock(), ANSWER);
        assertThat(CallbackRequest.current(request.session())).isEmpty();
        assertThat(CallbackRequest.isOnTheWay(request.session())).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}=[{2}]: unsolicited {3}")
    @CsvSource({
        "query, state, abc, false",
        "query, RelayState, abc, false",
        "form, state, abc, false",
        "form, RelayState, abc, false",
        "query, state, '', true",
        "form, RelayState, '  ', true",
        "query, code, abc, true",
        "form, relaystate, abc, true"
    })
    @DisplayName("is unsolicited where it carries back no state and no RelayState")
    void unsolicited(String where, String name, String value, boolean expected) {
        TestRequest request = new TestRequest(TestRealms.guarded(), ANSWER);
        if (where.equals("query")) {
            request.query(name, value);
        } else {
            request.posted(name, value);
        }
        assertThat(CallbackRequest.current(request.session()).orElseThrow().isUnsolicited())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accountDisabledMessage",
                "accountTemporarilyDisabledMessage",
                "accountPermanentlyDisabledMessage",
                "differentUserAuthenticated",
                "cookieNotFoundMessage",
                "realmNotEnabledMessage",
                "httpsRequiredMessage"
            })
    @DisplayName("is the fault of no sign-in where the trouble is the user's or the browser's")
    void notTheProvidersFault(String error) {
        // A look at the state would ask the realm for the client, which this one refuses to answer.
        TestRequest request = new TestRequest(TestRealms.guarded(), ANSWER).query("state", "x.tab.Y2xpZW50");
        assertThat(CallbackRequest.current(request.session()).orElseThrow().signIn(error))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "x.tab", "x.tab.***", "x.tab.Y2xpZW50", "...."})
    @DisplayName("belongs to no sign-in where it carries back what was never sent")
    void neverSent(String state) {
        TestRequest request = new TestRequest(realmWithoutClients(), ANSWER).query("state", state);
        assertThat(CallbackRequest.current(request.session()).orElseThrow().signIn("identityProviderUnexpectedError"))
                .isEmpty();
    }

    private static RealmModel realmWithoutClients() {
        Map<String, Object> answers = new HashMap<>();
        answers.put("getRequiredActionProviderByAlias", new RequiredActionProviderModel());
        answers.put("getClientById", Fake.NULL);
        answers.put("getClientByClientId", Fake.NULL);
        return Fake.of(RealmModel.class, answers);
    }
}
