package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestApplications;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.application.Application;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What a browser session has proved opens")
final class ProofMatrixTest {

    private static final Account TARGET = account("target");
    private static final Account OTHER = account("other");
    private static final Provider OWN = new Provider("own", "Own", "link-1");
    private static final Provider SECOND = new Provider("second", "Second", "link-2");

    private static final SignInMethods LINKED = new SignInMethods(
            SignInPolicy.SSO_REQUIRED,
            List.of(OWN, new Provider("unlinked", "Unlinked", "link-3"), new Provider("others", "Others", "link-4")));

    /** What was proved before, and for which account. */
    enum Before {
        NOTHING,
        PASSWORD,
        OWN_PROVIDER,
        UNLINKED_PROVIDER,
        PROVIDER_OF_OTHER,
        OWN_PROVIDER_FOR_OTHER,
        PASSWORD_AND_OWN_PROVIDER,
        PASSWORD_AND_PROVIDER_OF_OTHER;

        Proofs proofs() {
            Proofs none = Proofs.none();
            return switch (this) {
                case NOTHING -> none;
                case PASSWORD -> none.with(OTHER, LINKED, new Method.Password(), 1);
                case OWN_PROVIDER -> none.with(TARGET, LINKED, new Method.ByProvider("own"), 1);
                case UNLINKED_PROVIDER -> none.with(TARGET, LINKED, new Method.ByProvider("unlinked"), 1);
                case PROVIDER_OF_OTHER -> none.with(OTHER, LINKED, new Method.ByProvider("others"), 1);
                case OWN_PROVIDER_FOR_OTHER -> none.with(OTHER, LINKED, new Method.ByProvider("own"), 1);
                case PASSWORD_AND_OWN_PROVIDER ->
                    PASSWORD.proofs().with(TARGET, LINKED, new Method.ByProvider("own"), 1);
                case PASSWORD_AND_PROVIDER_OF_OTHER ->
                    PASSWORD.proofs().with(OTHER, LINKED, new Method.ByProvider("own"), 1);
            };
        }

        boolean password() {
            return name().startsWith("PASSWORD");
        }

        boolean provider() {
            return this == OWN_PROVIDER || this == PASSWORD_AND_OWN_PROVIDER;
        }
    }

    static Stream<Arguments> everything() {
        return Stream.of(Before.values()).flatMap(before -> Stream.of(SignInPolicy.values())
                .flatMap(policy -> Stream.of(0, 1, 2).flatMap(providers -> Stream.of(true, false)
                        .map(sso -> Arguments.of(before, policy, providers, sso)))));
    }

    @ParameterizedTest(name = "{0}: an account under {1} with {2} providers, single sign-on {3}")
    @MethodSource("everything")
    @DisplayName("an account exactly when the account takes that proof, and by that proof")
    void opens(Before before, SignInPolicy policy, int providers, boolean sso) {
        Application application = sso ? TestApplications.web() : TestApplications.withoutSingleSignOn();
        SignInMethods methods = new SignInMethods(policy, List.of(OWN, SECOND).subList(0, providers));
        boolean byPassword =
                before.password() && policy != SignInPolicy.SSO_REQUIRED && policy != SignInPolicy.MISCONFIGURED;
        boolean byProvider = before.provider()
                && sso
                && providers > 0
                && policy != SignInPolicy.PASSWORD
                && policy != SignInPolicy.MISCONFIGURED;

        Optional<Method> method = before.proofs().opens(application, TARGET, methods);

        Method expected = byProvider ? new Method.ByProvider("own") : byPassword ? new Method.Password() : null;
        assertThat(method).isEqualTo(Optional.ofNullable(expected));
    }

    private static Account account(String number) {
        return new Account("id-" + number, number, "Name of " + number, "", true, "");
    }
}
