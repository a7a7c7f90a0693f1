package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestDirectory;
import com.micloud.signin.TestUsers;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.password.forgotten.ResetOffer.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;

@DisplayName("The mail for a forgotten password")
final class ResetOfferTest {

    @ParameterizedTest(name = "accounts [{0}]: {1} [{2}]")
    @CsvSource({
        "'', NOTHING, ''",
        "PASSWORD, RESET, ''",
        "SSO_OPTIONAL:Okta, RESET, ''",
        "SSO_PREFERRED:Okta, RESET, ''",
        "SSO_REQUIRED:Okta, EXPLANATION, Okta",
        "SSO_REQUIRED, EXPLANATION, ''",
        "MISCONFIGURED, NOTHING, ''",
        "off-PASSWORD, NOTHING, ''",
        "off-SSO_REQUIRED:Okta, NOTHING, ''",
        "SSO_REQUIRED:Okta PASSWORD, RESET, ''",
        "SSO_REQUIRED:Okta off-PASSWORD, EXPLANATION, Okta",
        "SSO_REQUIRED:Okta MISCONFIGURED, EXPLANATION, Okta",
        "SSO_REQUIRED:Okta:Azure SSO_REQUIRED:Azure, EXPLANATION, Azure Okta",
        "SSO_REQUIRED:Okta off-SSO_REQUIRED:Azure, EXPLANATION, Okta",
        "MISCONFIGURED PASSWORD, RESET, ''"
    })
    @DisplayName("brings a new password where an open account takes one, else says who signs the user in")
    void offer(String accounts, Kind kind, String providers) {
        UserModel user = TestUsers.named("alex");
        TestDirectory directory = new TestDirectory();
        int number = 0;
        for (String written : words(accounts)) {
            Account account = written.startsWith("off-")
                    ? TestDirectory.closed("10010" + number++)
                    : TestDirectory.account("10010" + number++);
            directory.with(account, methods(written.replace("off-", ""))).join(user, account);
        }
        assertThat(ResetOffer.to(user, directory)).isEqualTo(new ResetOffer(kind, words(providers)));
    }

    private static SignInMethods methods(String written) {
        List<Provider> providers = new ArrayList<>();
        String[] parts = written.split(":", -1);
        for (int i = 1; i < parts.length; i++) {
            providers.add(new Provider("alias-" + i, parts[i], "link-" + i));
        }
        return new SignInMethods(SignInPolicy.valueOf(parts[0]), providers);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
