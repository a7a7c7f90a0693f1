package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestApplications;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.application.Application;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The sign-in table")
final class SignInTableTest {

    private static final Application WITH_SSO = TestApplications.web();
    private static final Application WITHOUT_SSO = TestApplications.withoutSingleSignOn();

    @ParameterizedTest(name = "{0} with {1} providers, proved {2}: {3}")
    @DisplayName("leads a member where the account's policy says")
    @CsvSource({
        "PASSWORD, 0, NOTHING, PASSWORD",
        "PASSWORD, 1, NOTHING, PASSWORD",
        "PASSWORD, 1, PROVIDER, PASSWORD",
        "PASSWORD, 0, PASSWORD, ENTER",
        "SSO_OPTIONAL, 1, NOTHING, PASSWORD_OR_PROVIDER",
        "SSO_OPTIONAL, 0, NOTHING, PASSWORD",
        "SSO_OPTIONAL, 1, PROVIDER, ENTER",
        "SSO_PREFERRED, 1, NOTHING, PROVIDER_OR_PASSWORD",
        "SSO_PREFERRED, 2, NOTHING, PROVIDER_OR_PASSWORD",
        "SSO_PREFERRED, 1, PASSWORD, ENTER",
        "SSO_REQUIRED, 1, NOTHING, PROVIDER",
        "SSO_REQUIRED, 2, NOTHING, CHOOSE_PROVIDER",
        "SSO_REQUIRED, 1, PASSWORD, PROVIDER",
        "SSO_REQUIRED, 1, PROVIDER, ENTER",
        "SSO_REQUIRED, 0, NOTHING, REFUSE_MISCONFIGURED",
        "SSO_REQUIRED, 0, BOTH, REFUSE_MISCONFIGURED",
        "MISCONFIGURED, 1, BOTH, REFUSE_MISCONFIGURED",
    })
    void policies(SignInPolicy policy, int providers, Proved proved, Route expected) {
        assertThat(SignInTable.route(WITH_SSO, methods(policy, providers), proved, false, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, proved {1}: {2}")
    @DisplayName("takes every account for a password one where the application has no single sign-on yet")
    @CsvSource({
        "PASSWORD, NOTHING, PASSWORD",
        "SSO_OPTIONAL, NOTHING, PASSWORD",
        "SSO_PREFERRED, PROVIDER, PASSWORD",
        "SSO_PREFERRED, PASSWORD, ENTER",
        "SSO_REQUIRED, PASSWORD, REFUSE_NO_SSO",
        "SSO_REQUIRED, PROVIDER, REFUSE_NO_SSO",
    })
    void withoutSingleSignOn(SignInPolicy policy, Proved proved, Route expected) {
        assertThat(SignInTable.route(WITHOUT_SSO, methods(policy, 1), proved, false, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("offers what is left after a provider failed")
    @CsvSource({
        "SSO_REQUIRED, TROUBLE",
        "SSO_PREFERRED, TROUBLE_OR_PASSWORD",
        "SSO_OPTIONAL, TROUBLE_OR_PASSWORD",
    })
    void trouble(SignInPolicy policy, Route expected) {
        assertThat(SignInTable.route(WITH_SSO, methods(policy, 1), Proved.NOTHING, false, true))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("gives whoever asks for it the password page, unless the account takes none")
    @CsvSource({
        "SSO_REQUIRED, PROVIDER",
        "SSO_PREFERRED, PASSWORD_OR_PROVIDER",
        "SSO_OPTIONAL, PASSWORD_OR_PROVIDER",
    })
    void wish(SignInPolicy policy, Route expected) {
        assertThat(SignInTable.route(WITH_SSO, methods(policy, 1), Proved.NOTHING, true, false))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @DisplayName("never lets a password open an account that requires single sign-on")
    @EnumSource(Proved.class)
    void requiredMeansRequired(Proved proved) {
        boolean byProvider = proved == Proved.PROVIDER || proved == Proved.BOTH;
        assertThat(SignInTable.opens(WITH_SSO, methods(SignInPolicy.SSO_REQUIRED, 1), proved))
                .isEqualTo(byProvider);
    }

    private static SignInMethods methods(SignInPolicy policy, int providers) {
        List<Provider> linked = IntStream.range(0, providers)
                .mapToObj(i -> new Provider("provider-" + i, "Provider " + i, "link-" + i))
                .toList();
        return new SignInMethods(policy, linked);
    }
}
