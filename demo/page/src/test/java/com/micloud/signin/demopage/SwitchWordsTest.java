package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class SwitchWordsTest {

    @Test
    void whatIsNotSetIsSaidAsItsDefault() {
        assertThat(SwitchWords.of(Kind.WEB, Map.of()))
                .containsExactly("Account before the password", "Coming back: the username only");
        assertThat(SwitchWords.of(Kind.DESKTOP, Map.of())).contains("Coming back: username and password");
        assertThat(SwitchWords.of(Kind.MOBILE, Map.of())).contains("Coming back: the username only");
    }

    @Test
    void everySwitchIsSaid() {
        assertThat(SwitchWords.of(
                        Kind.WEB,
                        Map.of(
                                "micloud.accountSelection", "after",
                                "micloud.reentry", "session",
                                "micloud.sso", "false",
                                "micloud.forgotPassword", "false")))
                .containsExactly(
                        "Account after the password",
                        "Coming back: nothing is asked",
                        "Not enabled for single sign-on yet",
                        "No Forgot Password");
    }

    @Test
    void aMisspeltValueIsShown() {
        assertThat(SwitchWords.of(Kind.WEB, Map.of("micloud.accountSelection", "befor", "micloud.reentry", "x")))
                .containsExactly(
                        "Account selection \"befor\" is not a known value", "Coming back: \"x\" is not a known value");
    }

    @Test
    void aKindIsKnownByItsExactName() {
        assertThat(Kind.of("web")).contains(Kind.WEB);
        assertThat(Kind.of("Web")).isEmpty();
        assertThat(Kind.of(null)).isEmpty();
    }
}
