package com.micloud.signin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestApplications;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.application.Application;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An account")
final class AccountAccessTest {

    @ParameterizedTest(name = "member {0}, account on {1}, {2}, by {3}: {4}")
    @DisplayName("is open to members, while it is on, by the ways that it takes")
    @CsvSource({
        "true,  true,  PASSWORD,      ,        OPEN",
        "true,  true,  SSO_OPTIONAL,  ,        OPEN",
        "true,  true,  SSO_REQUIRED,  ,        METHOD_NOT_ACCEPTED",
        "true,  true,  SSO_REQUIRED,  linked,  OPEN",
        "true,  true,  PASSWORD,      linked,  METHOD_NOT_ACCEPTED",
        "true,  true,  MISCONFIGURED, linked,  METHOD_NOT_ACCEPTED",
        "true,  true,  MISCONFIGURED, ,        METHOD_NOT_ACCEPTED",
        "true,  true,  SSO_REQUIRED,  doubtful, PROVIDER_UNCHECKED",
        "true,  true,  SSO_REQUIRED,  foreign, PROVIDER_NOT_LINKED",
        "true,  true,  PASSWORD,      foreign, PROVIDER_NOT_LINKED",
        "true,  false, PASSWORD,      ,        SWITCHED_OFF",
        "true,  false, SSO_REQUIRED,  foreign, SWITCHED_OFF",
        "false, true,  PASSWORD,      ,        NOT_A_MEMBER",
        "false, true,  SSO_REQUIRED,  linked,  NOT_A_MEMBER",
        "false, false, SSO_REQUIRED,  foreign, NOT_A_MEMBER",
    })
    void byWay(boolean member, boolean enabled, SignInPolicy policy, String provider, AccountAccess expected) {
        assertThat(access(TestApplications.web(), member, enabled, policy, provider))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("takes the password, and no provider, from an application without single sign-on")
    @EnumSource(
            value = SignInPolicy.class,
            names = {"SSO_OPTIONAL", "SSO_PREFERRED"})
    void withoutSingleSignOn(SignInPolicy policy) {
        Application application = TestApplications.withoutSingleSignOn();

        assertThat(access(application, true, true, policy, null)).isEqualTo(AccountAccess.OPEN);
        assertThat(access(application, true, true, policy, "linked")).isEqualTo(AccountAccess.METHOD_NOT_ACCEPTED);
    }

    @ParameterizedTest(name = "member {0}, account on {1}")
    @DisplayName("is not asked for its methods where the user cannot enter by any way")
    @CsvSource({"false, true", "true, false", "false, false"})
    void asksNoMore(boolean member, boolean enabled) {
        Supplier<SignInMethods> nobody = () -> {
            throw new AssertionError("asked for the methods");
        };

        assertThat(AccountAccess.of(TestApplications.web(), account(enabled), member, nobody, Optional.empty()))
                .isNotEqualTo(AccountAccess.OPEN);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @DisplayName("gives its reason in a sign-in, and none where it is open")
    @CsvSource({
        "OPEN, ",
        "NOT_A_MEMBER, NOT_A_MEMBER",
        "SWITCHED_OFF, ACCOUNT_DISABLED",
        "PROVIDER_UNCHECKED, ACCOUNT_MISCONFIGURED",
        "PROVIDER_NOT_LINKED, WRONG_PROVIDER",
        "METHOD_NOT_ACCEPTED, METHOD_NOT_ACCEPTED",
    })
    void reasons(AccountAccess access, Refusal refusal) {
        assertThat(access.refusal()).isEqualTo(Optional.ofNullable(refusal));
    }

    private static AccountAccess access(
            Application application, boolean member, boolean enabled, SignInPolicy policy, String provider) {
        SignInMethods methods =
                new SignInMethods(policy, List.of(new Provider("linked", "Linked", "link")), Set.of("doubtful"));
        return AccountAccess.of(application, account(enabled), member, () -> methods, Optional.ofNullable(provider));
    }

    private static Account account(boolean enabled) {
        return new Account("id", "1001", "Contoso", "", enabled, "");
    }
}
