package com.micloud.signin.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestApplications;
import com.micloud.signin.TestNotes;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.EmailDomain;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.application.Application;
import com.micloud.signin.guard.Verdict.Admitted;
import com.micloud.signin.guard.Verdict.AdmittedWithoutAccount;
import com.micloud.signin.guard.Verdict.Refused;
import com.micloud.signin.routing.Refusal;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.Proofs;
import com.micloud.signin.session.SignIn;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

@DisplayName("The guard")
final class GuardTest {

    private static final Account ACME = account("100100", true);
    private static final Account FABRIKAM = account("200200", true);
    private static final Account CLOSED = account("900900", false);

    /** Some day, and a moment more than five minutes before it. */
    private static final long NOW = 1_800_000_000_000L;

    private static final long LONG_AGO = NOW - 300_001;

    private final UserModel alex = user("alex", true);
    private final UserModel finn = user("finn", true);
    private final FakeDirectory directory = new FakeDirectory();
    private final SignIn signIn = SignIn.of(TestNotes.empty());
    private Application application = TestApplications.web();

    GuardTest() {
        directory.policies.put(ACME, new SignInMethods(SignInPolicy.PASSWORD, List.of()));
        directory.policies.put(
                FABRIKAM,
                new SignInMethods(SignInPolicy.SSO_REQUIRED, List.of(new Provider("fabrikam-okta", "Okta", "link"))));
        directory.policies.put(CLOSED, new SignInMethods(SignInPolicy.PASSWORD, List.of()));
        directory.join(alex, ACME, FABRIKAM, CLOSED);
        directory.join(finn, FABRIKAM);
    }

    @Nested
    @DisplayName("after a password")
    final class AfterPassword {

        @Test
        @DisplayName("admits the member who gave it, to an account that takes one")
        void admits() {
            asked(alex, ACME);
            signIn.provePassword(alex);
            assertThat(judge(alex)).isEqualTo(new Admitted(ACME, new Method.Password()));
        }

        @Test
        @DisplayName("refuses an account that requires single sign-on")
        void requiresSingleSignOn() {
            asked(alex, FABRIKAM);
            signIn.provePassword(alex);
            assertThat(judge(alex)).isEqualTo(new Refused(Refusal.METHOD_NOT_ACCEPTED));
        }

        @Test
        @DisplayName("refuses whoever is not the user who was asked")
        void anotherUser() {
            asked(alex, FABRIKAM);
            signIn.provePassword(finn);
            assertThat(judge(finn)).isEqualTo(new Refused(Refusal.USERNAME_MISMATCH));
        }

        @Test
        @DisplayName("refuses an account the user does not belong to")
        void stranger() {
            asked(finn, ACME);
            signIn.provePassword(finn);
            assertThat(judge(finn)).isEqualTo(new Refused(Refusal.NOT_A_MEMBER));
        }

        @Test
        @DisplayName("refuses an account that is switched off")
        void closedAccount() {
            asked(alex, CLOSED);
            signIn.provePassword(alex);
            assertThat(judge(alex)).isEqualTo(new Refused(Refusal.ACCOUNT_DISABLED));
        }

        @Test
        @DisplayName("refuses a user who is switched off")
        void closedUser() {
            UserModel off = user("off", false);
            directory.join(off, ACME);
            asked(off, ACME);
            signIn.provePassword(off);
            assertThat(judge(off)).isEqualTo(new Refused(Refusal.USER_DISABLED));
        }

        @Test
        @DisplayName("refuses an application whose switches cannot be understood")
        void misconfiguredApplication() {
            application = TestApplications.misconfigured();
            asked(alex, ACME);
            signIn.provePassword(alex);
            assertThat(judge(alex)).isEqualTo(new Refused(Refusal.APPLICATION_MISCONFIGURED));
        }
    }

    @Nested
    @DisplayName("after a provider")
    final class AfterProvider {

        @Test
        @DisplayName("admits the user it asserts, to the account it is linked to")
        void admits() {
            asked(finn, FABRIKAM);
            assertThat(judge(finn, "fabrikam-okta", "Finn"))
                    .isEqualTo(new Admitted(FABRIKAM, new Method.ByProvider("fabrikam-okta")));
        }

        @Test
        @DisplayName("refuses a known subject that has another name now")
        void renamed() {
            asked(finn, FABRIKAM);
            assertThat(judge(finn, "fabrikam-okta", "fiona")).isEqualTo(new Refused(Refusal.USERNAME_MISMATCH));
        }

        @Test
        @DisplayName("refuses the provider of another account")
        void foreignProvider() {
            asked(alex, ACME);
            assertThat(judge(alex, "fabrikam-okta", "alex")).isEqualTo(new Refused(Refusal.WRONG_PROVIDER));
        }

        @Test
        @DisplayName("refuses the account's own provider where nobody can check what it says")
        void distrustedProvider() {
            directory.policies.put(
                    FABRIKAM, new SignInMethods(SignInPolicy.SSO_PREFERRED, List.of(), Set.of("fabrikam-okta")));
            asked(finn, FABRIKAM);
            assertThat(judge(finn, "fabrikam-okta", "finn")).isEqualTo(new Refused(Refusal.ACCOUNT_MISCONFIGURED));
        }

        @Test
        @DisplayName("refuses whoever comes back after an unknown name was typed, as if it were somebody else's")
        void unknownName() {
            signIn.enter("nobody", Optional.empty());
            signIn.choose(FABRIKAM);
            assertThat(judge(finn, "fabrikam-okta", "finn")).isEqualTo(new Refused(Refusal.USERNAME_MISMATCH));
        }

        @Test
        @DisplayName("refuses somebody who was never asked, as when the provider began")
        void unsolicited() {
            assertThat(judge(finn, "fabrikam-okta", "finn")).isEqualTo(new Refused(Refusal.NOT_STARTED_HERE));
        }

        @Test
        @DisplayName("refuses it for an application without single sign-on")
        void applicationWithoutSingleSignOn() {
            application = TestApplications.withoutSingleSignOn();
            asked(finn, FABRIKAM);
            assertThat(judge(finn, "fabrikam-okta", "finn")).isEqualTo(new Refused(Refusal.APPLICATION_WITHOUT_SSO));
        }
    }

    @Nested
    @DisplayName("with a session of this browser")
    final class WithSession {

        @Test
        @DisplayName("admits to an account the session has proved")
        void admits() {
            asked(alex, FABRIKAM);
            signIn.relyOnSession(alex);
            Proofs earlier = Proofs.none()
                    .with(FABRIKAM, directory.methodsOf(FABRIKAM), new Method.ByProvider("fabrikam-okta"), 1);
            assertThat(judge(alex, earlier)).isEqualTo(new Admitted(FABRIKAM, new Method.ByProvider("fabrikam-okta")));
        }

        @Test
        @DisplayName("takes no password for an account that requires single sign-on")
        void passwordForRequired() {
            asked(alex, FABRIKAM);
            signIn.relyOnSession(alex);
            assertThat(judge(alex, Proofs.none().with(ACME, directory.methodsOf(ACME), new Method.Password(), 1)))
                    .isEqualTo(new Refused(Refusal.METHOD_NOT_ACCEPTED));
        }

        @Test
        @DisplayName("takes no provider's word for an account it is not linked to")
        void providerForOther() {
            asked(alex, ACME);
            signIn.relyOnSession(alex);
            Proofs earlier = Proofs.none()
                    .with(FABRIKAM, directory.methodsOf(FABRIKAM), new Method.ByProvider("fabrikam-okta"), 1);
            assertThat(judge(alex, earlier)).isEqualTo(new Refused(Refusal.METHOD_NOT_ACCEPTED));
        }

        @Test
        @DisplayName("takes no word of a provider that was unlinked since")
        void unlinkedSince() {
            directory.policies.put(FABRIKAM, new SignInMethods(SignInPolicy.SSO_PREFERRED, List.of()));
            asked(alex, FABRIKAM);
            signIn.relyOnSession(alex);
            Proofs earlier = Proofs.none()
                    .with(FABRIKAM, directory.methodsOf(FABRIKAM), new Method.ByProvider("fabrikam-okta"), 1);
            assertThat(judge(alex, earlier)).isEqualTo(new Refused(Refusal.METHOD_NOT_ACCEPTED));
        }

        @Test
        @DisplayName("admits nobody on a session that was not relied on")
        void notReliedOn() {
            asked(alex, ACME);
            assertThat(judge(alex, Proofs.none().with(ACME, directory.methodsOf(ACME), new Method.Password(), 1)))
                    .isEqualTo(new Refused(Refusal.NOT_STARTED_HERE));
        }
    }

    @Nested
    @DisplayName("without an account")
    final class WithoutAccount {

        private final UserModel noel = user("noel", true);

        @Test
        @DisplayName("refuses a user who belongs to none")
        void none() {
            asked(noel);
            signIn.provePassword(noel);
            assertThat(judge(noel)).isEqualTo(new Refused(Refusal.NO_ACCOUNT));
        }

        @Test
        @DisplayName("refuses a member who has chosen none")
        void notChosen() {
            asked(alex);
            signIn.provePassword(alex);
            assertThat(judge(alex)).isEqualTo(new Refused(Refusal.ACCOUNT_NOT_CHOSEN));
        }
    }

    @Nested
    @DisplayName("at a client that needs no account")
    final class OwnProofOnly {

        private final UserModel noel = user("noel", true);

        OwnProofOnly() {
            application = TestApplications.console();
        }

        @Test
        @DisplayName("admits a user of no account who has given the password")
        void withoutAccount() {
            asked(noel);
            signIn.provePassword(noel);
            assertThat(judge(noel)).isEqualTo(new AdmittedWithoutAccount(new Method.Password()));
        }

        @Test
        @DisplayName("admits a member who has given the password, also one whose accounts all require single sign-on")
        void member() {
            asked(finn);
            signIn.provePassword(finn);
            assertThat(judge(finn)).isEqualTo(new AdmittedWithoutAccount(new Method.Password()));
        }

        @Test
        @DisplayName("refuses the word of the account's own provider")
        void provider() {
            asked(alex, FABRIKAM);
            assertThat(judge(alex, "fabrikam-okta", "alex")).isEqualTo(new Refused(Refusal.OWN_PROOF_MISSING));
        }

        @Test
        @DisplayName("refuses the provider's word also where the password was given before it")
        void providerAfterPassword() {
            asked(alex, FABRIKAM);
            signIn.provePassword(alex);
            assertThat(judge(alex, "fabrikam-okta", "alex")).isEqualTo(new Refused(Refusal.OWN_PROOF_MISSING));
        }

        @Test
        @DisplayName("admits on a session whose password is at most five minutes old")
        void freshSession() {
            asked(alex);
            signIn.relyOnSession(alex);
            assertThat(judge(alex, Proofs.none().withPassword(LONG_AGO + 1)))
                    .isEqualTo(new AdmittedWithoutAccount(new Method.Password()));
        }

        @Test
        @DisplayName("refuses a session whose password is older")
        void oldSession() {
            asked(alex);
            signIn.relyOnSession(alex);
            assertThat(judge(alex, Proofs.none().withPassword(LONG_AGO)))
                    .isEqualTo(new Refused(Refusal.OWN_PROOF_MISSING));
        }

        @Test
        @DisplayName("refuses a session that a provider alone has opened")
        void sessionOfProvider() {
            asked(alex);
            signIn.relyOnSession(alex);
            assertThat(judge(
                            alex,
                            Proofs.none()
                                    .with(
                                            FABRIKAM,
                                            directory.methodsOf(FABRIKAM),
                                            new Method.ByProvider("fabrikam-okta"),
                                            NOW)))
                    .isEqualTo(new Refused(Refusal.OWN_PROOF_MISSING));
        }
    }

    private void asked(UserModel user) {
        signIn.enter(user.getUsername(), Optional.of(user));
    }

    private void asked(UserModel user, Account account) {
        asked(user);
        signIn.choose(account);
    }

    private Verdict judge(UserModel user) {
        return judge(user, Proofs.none());
    }

    private Verdict judge(UserModel user, Proofs earlier) {
        return new Guard(application, signIn, directory, NOW).judge(user, Optional.empty(), earlier);
    }

    private Verdict judge(UserModel user, String alias, String username) {
        return new Guard(application, signIn, directory, NOW)
                .judge(user, Optional.of(new Guard.Word(alias, username)), Proofs.none());
    }

    private static Account account(String number, boolean enabled) {
        return new Account("id-" + number, number, "Name of " + number, "", enabled, "");
    }

    /** Of users whose passwords are kept elsewhere, so that no change of them is known. */
    private static final SubjectCredentialManager CREDENTIALS = (SubjectCredentialManager) Proxy.newProxyInstance(
            GuardTest.class.getClassLoader(),
            new Class<?>[] {SubjectCredentialManager.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "getStoredCredentialsByTypeStream" -> Stream.empty();
                case "isConfiguredFor" -> true;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static UserModel user(String name, boolean enabled) {
        Map<String, Object> answers =
                Map.of("getId", "id-of-" + name, "getUsername", name, "isEnabled", enabled, "toString", name);
        return (UserModel) Proxy.newProxyInstance(
                GuardTest.class.getClassLoader(), new Class<?>[] {UserModel.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("credentialManager")) {
                        return CREDENTIALS;
                    }
                    if (!answers.containsKey(method.getName())) {
                        throw new UnsupportedOperationException(method.getName());
                    }
                    return answers.get(method.getName());
                });
    }

    private static final class FakeDirectory implements AccountDirectory {

        private final Map<Account, SignInMethods> policies = new HashMap<>();
        private final Map<String, Set<Account>> memberships = new HashMap<>();

        void join(UserModel user, Account... accounts) {
            memberships.computeIfAbsent(user.getId(), id -> new HashSet<>()).addAll(List.of(accounts));
        }

        @Override
        public List<Account> list(int first, int most) {
            throw new UnsupportedOperationException("The guard looks at one account only.");
        }

        @Override
        public boolean hasDomain(Account account) {
            throw new UnsupportedOperationException("The guard does not ask for domains.");
        }

        @Override
        public List<Account> accountsOf(UserModel user) {
            return List.copyOf(memberships.getOrDefault(user.getId(), Set.of()));
        }

        @Override
        public Optional<Account> find(String id) {
            return policies.keySet().stream()
                    .filter(account -> account.id().equals(id))
                    .findFirst();
        }

        @Override
        public Optional<Account> registrantOf(EmailDomain domain) {
            return Optional.empty();
        }

        @Override
        public boolean isMember(Account account, UserModel user) {
            return accountsOf(user).contains(account);
        }

        @Override
        public Branding brandingOf(Account account) {
            throw new AssertionError("The guard asks for no logo");
        }

        @Override
        public SignInMethods methodsOf(Account account) {
            return policies.get(account);
        }
    }
}
