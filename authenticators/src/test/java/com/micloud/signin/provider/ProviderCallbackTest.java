package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.Answers;
import com.micloud.signin.TestNotes;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The answer of a provider")
final class ProviderCallbackTest {

    private final AuthenticationSessionModel signIn = TestNotes.empty();
    private final List<Object> told = new ArrayList<>();
    private final TestRequest request = new TestRequest(TestRealms.guarded(), "/realms/micloud/broker/okta/endpoint");
    private final AuthenticationCallback callback =
            new ProviderCallback(request.session(), Answers.by(AuthenticationCallback.class, (method, arguments) -> {
                told.add(method);
                told.addAll(List.of(arguments));
                return method.equals("getAndVerifyAuthenticationSession") ? signIn : null;
            }));

    @Test
    @DisplayName("finds its sign-in as Keycloak finds it")
    void found() {
        request.query("state", "abc").query("code", "1").posted("user", "{}");
        assertThat(callback.getAndVerifyAuthenticationSession("abc")).isSameAs(signIn);
        assertThat(told).containsExactly("getAndVerifyAuthenticationSession", "abc");
    }

    @ParameterizedTest(name = "{0} twice in the {1}")
    @CsvSource({"state, query", "code, query", "state, form", "RelayState, form", "unknown, query"})
    @DisplayName("is not taken if a parameter comes twice")
    void doubled(String name, String where) {
        for (String value : List.of("mine", "theirs")) {
            if (where.equals("query")) {
                request.query(name, value);
            } else {
                request.posted(name, value);
            }
        }
        assertThatThrownBy(() -> callback.getAndVerifyAuthenticationSession("mine"))
                .isInstanceOf(IdentityBrokerException.class);
        assertThat(told).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "login_required, identityProviderUnexpectedErrorMessage",
        "interaction_required, identityProviderUnexpectedErrorMessage",
        "access_denied, access_denied",
        "identityProviderInvalidSignatureMessage, identityProviderInvalidSignatureMessage"
    })
    @DisplayName("never tells the application that no page may be shown")
    void passive(String message, String handedOn) {
        IdentityProviderModel provider = new IdentityProviderModel();
        callback.error(provider, message);
        assertThat(told).containsExactly("error", provider, handedOn);
    }

    @Test
    @DisplayName("is handed on when it was cancelled or is to be tried again")
    void handedOn() {
        IdentityProviderModel provider = new IdentityProviderModel();
        callback.cancelled(provider);
        assertThat(told).containsExactly("cancelled", provider);
    }
}
