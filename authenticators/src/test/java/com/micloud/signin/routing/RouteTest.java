package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A route")
final class RouteTest {

    @ParameterizedTest(name = "{0} is {1}: password {2}, provider {3}, refusal {4}")
    @CsvSource({
        "ENTER, enter, false, false, ",
        "PASSWORD, password, true, false, ",
        "PASSWORD_OR_PROVIDER, password-or-provider, true, true, ",
        "PROVIDER_OR_PASSWORD, provider-or-password, true, true, ",
        "PROVIDER, provider, false, true, ",
        "CHOOSE_PROVIDER, choose-provider, false, true, ",
        "TROUBLE, trouble, false, true, ",
        "TROUBLE_OR_PASSWORD, trouble-or-password, true, true, ",
        "REFUSE_MISCONFIGURED, refuse-misconfigured, false, false, ACCOUNT_MISCONFIGURED",
        "REFUSE_NO_SSO, refuse-no-sso, false, false, APPLICATION_WITHOUT_SSO"
    })
    @DisplayName("has a word that never changes, and takes what its name says")
    void takes(Route route, String word, boolean password, boolean provider, Refusal refusal) {
        assertThat(route.word()).isEqualTo(word);
        assertThat(Route.of(word)).isEqualTo(route);
        assertThat(route.takesPassword()).isEqualTo(password);
        assertThat(route.takesProvider()).isEqualTo(provider);
        assertThat(route.refusal()).isEqualTo(Optional.ofNullable(refusal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Enter", "enter ", "ENTER"})
    @DisplayName("is none by another word; a table that has one is broken")
    void unknown(String word) {
        assertThat(Route.ofWord(word)).isEmpty();
        assertThatThrownBy(() -> Route.of(word)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    @DisplayName("may end in a refusal, which events know by a word of its own")
    void refusals(Refusal refusal) {
        assertThat(refusal.reason()).matches("[a-z_]+");
        assertThat(Refusal.ofReason(refusal.reason())).contains(refusal);
        assertThat(Refusal.ofReason(refusal.name())).isEmpty();
        assertThat(refusal.messageKey()).startsWith("micloudRefused");
    }

    @ParameterizedTest(name = "password {0}, provider {1}: {2}")
    @CsvSource({"false, false, NOTHING", "true, false, PASSWORD", "false, true, PROVIDER", "true, true, BOTH"})
    @DisplayName("follows from what was proved")
    void proved(boolean password, boolean provider, Proved expected) {
        assertThat(Proved.of(password, provider)).isEqualTo(expected);
    }
}
