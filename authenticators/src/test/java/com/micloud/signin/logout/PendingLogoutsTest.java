package com.micloud.signin.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestObjects;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import com.micloud.signin.logout.PendingLogout.State;
import com.micloud.signin.logout.PendingLogouts.Expected;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.SingleUseObjectProvider;

@DisplayName("The store of log-outs")
final class PendingLogoutsTest {

    private final TestObjects objects = new TestObjects();
    private final PendingLogouts pendingLogouts = pendingLogouts(objects.provider());

    private static PendingLogouts pendingLogouts(SingleUseObjectProvider store) {
        return new PendingLogouts(new TestRequest(TestRealms.guarded(), "/realms/micloud/micloud-signed-out")
                .answering("singleUseObjects", store)
                .session());
    }

    @Test
    @DisplayName("gives back what was kept, for 15 minutes")
    void kept() {
        PendingLogout pendingLogout = PendingLogoutTest.pendingLogout(
                "open ended failed unreachable", new PendingLogout.Back("https://crm.example", "PHNhbWw+", "relay"));
        String id = pendingLogouts.keep(pendingLogout);
        objects.pass(899);
        assertThat(pendingLogouts.find(id)).contains(pendingLogout);
        objects.pass(1);
        assertThat(pendingLogouts.find(id)).isEmpty();
    }

    @Test
    @DisplayName("gives every log-out an id of its own, which nobody can guess")
    void ids() {
        PendingLogout pendingLogout = PendingLogoutTest.pendingLogout("open", PendingLogout.Back.none());
        String one = pendingLogouts.keep(pendingLogout);
        assertThat(one).matches("[A-Za-z0-9]{32}");
        assertThat(pendingLogouts.keep(pendingLogout)).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "return.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    @DisplayName("is not even asked for what can be no id")
    void noId(String id) {
        PendingLogouts unasked = pendingLogouts(Answers.by(SingleUseObjectProvider.class, (method, arguments) -> {
            throw Answers.unexpected(method);
        }));
        assertThat(unasked.find(id)).isEmpty();
        assertThat(unasked.answered(id, "okta")).isEmpty();
    }

    @Test
    @DisplayName("knows no log-out once it is forgotten, and none by an id that it never gave")
    void forgotten() {
        String id = pendingLogouts.keep(PendingLogoutTest.pendingLogout("open", PendingLogout.Back.none()));
        assertThat(pendingLogouts.find("a".repeat(32))).isEmpty();
        pendingLogouts.forget(id);
        assertThat(pendingLogouts.find(id)).isEmpty();
    }

    @Test
    @DisplayName("replaces a log-out by what has become of it")
    void replaced() {
        Map<String, Map<String, String>> kept = new HashMap<>();
        PendingLogouts writing =
                pendingLogouts(Answers.by(SingleUseObjectProvider.class, (method, arguments) -> switch (method) {
                    case "replace" -> {
                        kept.put((String) arguments[0], notes(arguments[1]));
                        yield true;
                    }
                    case "get" -> kept.get(arguments[0]);
                    default -> throw Answers.unexpected(method);
                }));
        String id = "b".repeat(32);
        PendingLogout pendingLogout = PendingLogoutTest.pendingLogout("open", PendingLogout.Back.none());
        writing.replace(id, pendingLogout.with("provider-0", State.ENDED));
        assertThat(writing.find(id)).contains(pendingLogout.with("provider-0", State.ENDED));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> notes(Object notes) {
        return (Map<String, String>) notes;
    }

    @Test
    @DisplayName("takes the answer of the provider that was asked, once")
    void answered() {
        Expected expected = new Expected("pendingLogout", "okta", "ID_1");
        String name = pendingLogouts.expect(expected);
        assertThat(pendingLogouts.answered(name, "azure")).isEmpty();
        assertThat(pendingLogouts.answered(name, "okta")).contains(expected);
        assertThat(pendingLogouts.answered(name, "okta")).isEmpty();
    }

    @Test
    @DisplayName("takes no answer that another node has taken meanwhile")
    void takenElsewhere() {
        PendingLogouts late =
                pendingLogouts(Answers.by(SingleUseObjectProvider.class, (method, arguments) -> switch (method) {
                    case "get" -> Map.of("json", "{\"pendingLogout\":\"d\",\"alias\":\"okta\",\"requestId\":\"\"}");
                    case "remove" -> null;
                    default -> throw Answers.unexpected(method);
                }));
        assertThat(late.answered("c".repeat(32), "okta")).isEmpty();
    }

    @Test
    @DisplayName("takes neither a log-out for an answer, nor an answer for a log-out")
    void apart() {
        String id = pendingLogouts.keep(PendingLogoutTest.pendingLogout("open", PendingLogout.Back.none()));
        String name = pendingLogouts.expect(new Expected("pendingLogout", "okta", ""));
        assertThat(pendingLogouts.answered(id, "okta")).isEmpty();
        assertThat(pendingLogouts.find(name)).isEmpty();
    }

    @Test
    @DisplayName("knows no log-out that it cannot read")
    void unreadable() {
        PendingLogouts broken =
                pendingLogouts(Fake.of(SingleUseObjectProvider.class, Map.of("get", Map.of("json", "{\"stays\": 1"))));
        assertThat(broken.find("d".repeat(32))).isEmpty();
    }

    @ParameterizedTest(name = "{0}, on {1}, {2}=[{3}]: {4}")
    @CsvSource({
        "oidc, true, logoutUrl, https://okta.example/logout, https://okta.example/logout",
        "oidc, true, logoutUrl, ' https://okta.example/logout ', https://okta.example/logout",
        "oidc, true, logoutUrl, ' ', ",
        "oidc, true, singleLogoutServiceUrl, https://okta.example/slo, ",
        "oidc, false, logoutUrl, https://okta.example/logout, ",
        "saml, true, singleLogoutServiceUrl, https://okta.example/slo, https://okta.example/slo",
        "saml, true, logoutUrl, https://okta.example/logout, ",
        "saml, true, singleLogoutServiceUrl, '', ",
        "saml, false, singleLogoutServiceUrl, https://okta.example/slo, ",
        "google, true, logoutUrl, https://okta.example/logout, https://okta.example/logout"
    })
    @DisplayName("knows where a provider ends its sessions, if that is set up and the provider is on")
    void endsAt(String type, boolean enabled, String setting, String value, String expected) {
        IdentityProviderModel provider = new IdentityProviderModel();
        provider.setProviderId(type);
        provider.setEnabled(enabled);
        provider.getConfig().put(setting, value);
        if (expected == null) {
            assertThat(PendingLogouts.endsAt(provider)).isEmpty();
        } else {
            assertThat(PendingLogouts.endsAt(provider)).contains(expected);
        }
    }
}
