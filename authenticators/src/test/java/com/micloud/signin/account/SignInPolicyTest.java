package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The policy of an account")
final class SignInPolicyTest {

    @ParameterizedTest(name = "''{0}'', provider linked: {1} -> {2}")
    @DisplayName("is the word in its attribute, the usual one without it, and none at all when misspelt")
    @CsvSource({
        "'', false, PASSWORD",
        "'', true, SSO_PREFERRED",
        "password, true, PASSWORD",
        "sso-optional, true, SSO_OPTIONAL",
        "sso-preferred, false, SSO_PREFERRED",
        "sso-required, false, SSO_REQUIRED",
        "SSO-required, true, MISCONFIGURED",
        "sso-requird, true, MISCONFIGURED",
        "misconfigured, true, MISCONFIGURED",
        "' ', false, MISCONFIGURED",
    })
    void of(String attribute, boolean linked, SignInPolicy expected) {
        assertThat(SignInPolicy.of(attribute, linked)).isEqualTo(expected);
    }
}
