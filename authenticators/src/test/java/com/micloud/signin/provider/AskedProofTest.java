package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("How new a provider's proof must be")
final class AskedProofTest {

    private final AuthenticationSessionModel kept = TestNotes.empty();
    private boolean demanded;

    @ParameterizedTest(name = "new proof demanded {0}, max_age [{1}]: {2}")
    @CsvSource({
        "false, , ",
        "false, 300, 300",
        "false, 0, 0",
        "false, -5, 0",
        "false, soon, 0",
        "false, '', 0",
        "true, , 0",
        "true, 300, 0"
    })
    @DisplayName("follows from what the application demands; what nobody understands demands a new one")
    void asked(boolean demanded, String maxAge, Long expected) {
        demand(demanded, maxAge);
        assertThat(proof().ask()).isEqualTo(expected == null ? OptionalLong.empty() : OptionalLong.of(expected));
    }

    @ParameterizedTest(name = "max_age {0}, proved {1} s ago, clock off by {2} s: {3}")
    @CsvSource({
        ", never, 0, true",
        ", 100000, 0, true",
        "300, 0, 0, true",
        "300, 280, 0, true",
        "300, 325, 0, true",
        "300, 355, 0, false",
        "300, 355, 60, true",
        "300, 400, 60, false",
        "300, never, 0, false",
        "0, 0, 0, true",
        "0, 25, 0, true",
        "0, 55, 0, false",
        "0, -25, 0, true",
        "0, -55, 0, false",
        "0, -55, 60, true",
        "0, -100, 60, false"
    })
    @DisplayName("is met by an answer whose time is not before that, nor in the future, but for the clocks")
    void required(String maxAge, String ago, int skew, boolean met) {
        demand(false, maxAge);
        proof().ask();
        assertMet(ago, skew, met);
    }

    @Test
    @DisplayName("counts from when the browser went there, however long the user took")
    void sinceAsked() {
        kept.setClientNote("micloud.provedSince", Long.toString(now() - 3600));
        demand(true, null);
        assertMet("3500", 0, true);
        assertMet("3700", 0, false);
    }

    @Test
    @DisplayName("counts from now where nothing says when the browser went there")
    void neverAsked() {
        demand(true, null);
        assertMet("0", 0, true);
        assertMet("100", 0, false);
        demand(false, null);
        assertMet("never", 0, true);
    }

    @Test
    @DisplayName("is noted when the browser goes there, and does not change when the demand does")
    void noted() {
        demand(false, "300");
        proof().ask();
        demand(false, "3600");
        assertMet("250", 0, true);
        assertMet("400", 0, false);
    }

    @Test
    @DisplayName("follows from the demand of now where nothing was noted")
    void notNoted() {
        demand(false, "300");
        assertMet("250", 0, true);
        assertMet("400", 0, false);
    }

    @Test
    @DisplayName("is forgotten when the browser goes there again without such a demand")
    void forgotten() {
        demand(true, null);
        proof().ask();
        demand(false, null);
        proof().ask();
        assertThat(kept.getClientNotes()).isEmpty();
        assertMet("never", 0, true);
    }

    private void demand(boolean anew, String maxAge) {
        demanded = anew;
        if (maxAge != null) {
            kept.setClientNote("max_age", maxAge);
        }
    }

    private void assertMet(String ago, int skew, boolean met) {
        OptionalLong provedAt =
                ago.equals("never") ? OptionalLong.empty() : OptionalLong.of(now() - Long.parseLong(ago));
        if (met) {
            assertThatCode(() -> proof().require(provedAt, skew)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> proof().require(provedAt, skew))
                    .hasMessage("page with micloudAuthenticationTooOld");
        }
    }

    private static long now() {
        return Time.currentTimeMillis() / 1000;
    }

    private AskedProof proof() {
        return new AskedProof(session(), signIn());
    }

    private AuthenticationSessionModel signIn() {
        return Answers.by(AuthenticationSessionModel.class, (method, arguments) -> switch (method) {
            case "getProtocol" -> "openid-connect";
            case "getClientNote" -> kept.getClientNote((String) arguments[0]);
            case "setClientNote" -> {
                kept.setClientNote((String) arguments[0], (String) arguments[1]);
                yield null;
            }
            case "removeClientNote" -> {
                kept.removeClientNote((String) arguments[0]);
                yield null;
            }
            default -> throw Answers.unexpected(method);
        });
    }

    private KeycloakSession session() {
        return Answers.by(KeycloakSession.class, (method, arguments) -> {
            if (!method.equals("getProvider")) {
                throw Answers.unexpected(method);
            }
            return arguments[0].equals(LoginProtocol.class)
                    ? Fake.of(LoginProtocol.class, Map.of("requireReauthentication", demanded))
                    : new Page().form;
        });
    }

    /** A page of Keycloak that ends the test instead of being drawn. */
    private static final class Page {
        private String error;
        private final LoginFormsProvider form = Answers.by(LoginFormsProvider.class, this::answer);

        private Object answer(String method, Object[] arguments) {
            return switch (method) {
                case "setError" -> {
                    error = (String) arguments[0];
                    yield form;
                }
                case "setAuthenticationSession" -> form;
                case "createErrorPage" -> throw new IllegalStateException("page with " + error);
                default -> throw Answers.unexpected(method);
            };
        }
    }
}
