package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import com.micloud.signin.TestApplications;
import com.micloud.signin.TestDirectory;
import com.micloud.signin.TestUsers;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.application.Application;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("An account that somebody was let into before")
final class AccountJudgeTest {

    private static final Account ACME = TestDirectory.account("100100");
    private static final SignInMethods TAKES_EITHER =
            new SignInMethods(SignInPolicy.SSO_PREFERRED, List.of(new Provider("okta", "Okta", "link")));

    private final TestDirectory directory = new TestDirectory();

    @ParameterizedTest(name = "{0} {1} account, linked {2}, distrusted {3}, {4}, opened by {5}: {6}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            open    | PASSWORD      |       |       | sso    | password       |
            open    | PASSWORD      | okta  |       | sso    | provider:okta  | METHOD_NOT_ACCEPTED
            open    | SSO_OPTIONAL  | okta  |       | sso    | password       |
            open    | SSO_OPTIONAL  | okta  |       | sso    | provider:okta  |
            open    | SSO_PREFERRED | okta  |       | sso    | password       |
            open    | SSO_PREFERRED | okta  |       | sso    | provider:okta  |
            open    | SSO_PREFERRED | okta  |       | sso    | provider:azure | METHOD_NOT_ACCEPTED
            open    | SSO_PREFERRED |       |       | sso    | provider:okta  | METHOD_NOT_ACCEPTED
            open    | SSO_REQUIRED  | okta  |       | sso    | provider:okta  |
            open    | SSO_REQUIRED  | okta  |       | sso    | password       | METHOD_NOT_ACCEPTED
            open    | SSO_REQUIRED  |       |       | sso    | password       | METHOD_NOT_ACCEPTED
            open    | SSO_REQUIRED  | azure |       | sso    | provider:okta  | METHOD_NOT_ACCEPTED
            open    | MISCONFIGURED | okta  |       | sso    | password       | METHOD_NOT_ACCEPTED
            open    | MISCONFIGURED | okta  |       | sso    | provider:okta  | METHOD_NOT_ACCEPTED
            open    | SSO_REQUIRED  |       | okta  | sso    | provider:okta  | ACCOUNT_MISCONFIGURED
            open    | SSO_PREFERRED | azure | okta  | sso    | provider:okta  | ACCOUNT_MISCONFIGURED
            open    | SSO_PREFERRED | okta  | azure | sso    | provider:okta  |
            open    | SSO_PREFERRED |       | okta  | sso    | password       |
            open    | SSO_PREFERRED | okta  |       | no-sso | password       |
            open    | SSO_PREFERRED | okta  |       | no-sso | provider:okta  | METHOD_NOT_ACCEPTED
            open    | SSO_REQUIRED  | okta  |       | no-sso | provider:okta  | METHOD_NOT_ACCEPTED
            off     | PASSWORD      |       |       | sso    | password       | ACCOUNT_DISABLED
            off     | SSO_REQUIRED  | okta  | azure | sso    | provider:azure | ACCOUNT_DISABLED
            foreign | PASSWORD      |       |       | sso    | password       | NOT_A_MEMBER
            foreign | SSO_REQUIRED  |       | okta  | sso    | provider:okta  | NOT_A_MEMBER
            gone    | PASSWORD      |       |       | sso    | password       | NOT_A_MEMBER
            """)
    @DisplayName("stays open as long as it is there, on, the user's, and takes the way it was opened by")
    void closed(
            String state,
            SignInPolicy policy,
            String linked,
            String distrusted,
            String application,
            String method,
            Refusal expected) {
        UserModel user = TestUsers.named("alex");
        Account account = state.equals("off") ? TestDirectory.closed("100100") : ACME;
        if (!state.equals("gone")) {
            directory.with(account, new SignInMethods(policy, providers(linked), aliases(distrusted)));
        }
        directory.join(user, state.equals("foreign") ? TestDirectory.account("200200") : account);
        Application asking =
                application.equals("sso") ? TestApplications.web() : TestApplications.withoutSingleSignOn();
        assertThat(new AccountJudge(directory, asking).refusal(user, bound(method)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest(name = "by {0} at {1}, {2} session changed it at {3}, last change at {4}: {5}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            password      | 100 | browser | 0   | elsewhere |
            password      | 100 | browser | 0   | 99        |
            password      | 100 | browser | 0   | 100       | PASSWORD_CHANGED
            password      | 100 | browser | 0   | 101       | PASSWORD_CHANGED
            password      | 100 | browser | 100 | 101       | PASSWORD_CHANGED
            password      | 100 | browser | 101 | 101       |
            password      | 100 | browser | 102 | 101       |
            password      | 100 | long    | 101 | 101       | PASSWORD_CHANGED
            password      | 100 | browser | 0   | removed   | PASSWORD_CHANGED
            password      | 100 | browser | 101 | removed   | PASSWORD_CHANGED
            provider:okta | 100 | browser | 0   | 99        |
            provider:okta | 100 | browser | 0   | 101       | PASSWORD_CHANGED
            provider:okta | 100 | browser | 101 | 101       |
            provider:okta | 100 | browser | 0   | removed   |
            """)
    @DisplayName("gives nothing more to who came before the last change of the password, made elsewhere")
    void passwordChanged(
            String method, long granted, String session, long changedHere, String changed, Refusal expected) {
        UserModel user =
                switch (changed) {
                    case "elsewhere" -> TestUsers.named("alex");
                    case "removed" -> TestUsers.withoutPassword("alex");
                    default -> TestUsers.withPasswordOf("alex", Long.parseLong(changed));
                };
        directory.with(ACME, TAKES_EITHER).join(user, ACME);
        assertThat(judge().refusal(session(user, session, 1, changedHere), grant(method, granted)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    @DisplayName("says that it is closed, even if the password was changed too")
    void closedFirst() {
        UserModel user = TestUsers.withPasswordOf("alex", 101);
        directory.with(ACME, TAKES_EITHER);
        assertThat(judge().refusal(session(user, "browser", 1, 0), grant("password", 100)))
                .contains(Refusal.NOT_A_MEMBER);
    }

    @ParameterizedTest(name = "{0} of {1} account, session opened by {2}, application {3}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            service | no  | provider | web     |
            service | no  | provider | console |
            person  | no  | password | console |
            person  | one | password | console |
            person  | one | provider | console | OWN_PROOF_MISSING
            person  | no  | provider | console | OWN_PROOF_MISSING
            person  | no  | password | web     | NO_ACCOUNT
            person  | one | password | web     | ACCOUNT_NOT_CHOSEN
            person  | one | provider | web     | ACCOUNT_NOT_CHOSEN
            """)
    @DisplayName("is needed for tokens, but by services and by consoles that were opened with a password")
    void withoutAccount(String kind, String accounts, String opened, String application, Refusal expected) {
        UserModel user = kind.equals("service") ? service() : TestUsers.named("alex");
        if (accounts.equals("one")) {
            directory.join(user, ACME);
        }
        AccountJudge judge = new AccountJudge(
                directory, application.equals("web") ? TestApplications.web() : TestApplications.console());
        assertThat(judge.refusalWithoutAccount(session(user, "browser", opened.equals("password") ? 1 : 0, 0)))
                .isEqualTo(Optional.ofNullable(expected));
    }

    private AccountJudge judge() {
        return new AccountJudge(directory, TestApplications.web());
    }

    private static UserModel service() {
        return Fake.of(UserModel.class, Map.of("getServiceAccountClientLink", "client-1", "getId", "service"));
    }

    private static UserSessionModel session(UserModel user, String kind, long password, long changedHere) {
        String note = "{\"password\":" + password + ",\"changed\":" + changedHere + ",\"providers\":{}}";
        return Fake.of(
                UserSessionModel.class, Map.of("getUser", user, "getNote", note, "isOffline", kind.equals("long")));
    }

    private static Grant grant(String method, long time) {
        return new Grant("tab.1", time, AppVersion.none(), bound(method));
    }

    private static BoundAccount bound(String method) {
        return new BoundAccount(ACME.id(), Method.of(method).orElseThrow());
    }

    private static List<Provider> providers(String alias) {
        return alias == null ? List.of() : List.of(new Provider(alias, alias, "link"));
    }

    private static Set<String> aliases(String alias) {
        return alias == null ? Set.of() : Set.of(alias);
    }
}
