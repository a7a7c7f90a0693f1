package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import com.micloud.signin.TestApplications;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import com.micloud.signin.routing.Proved;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("A proof by a provider for an account")
final class ProviderProofTest {

    private static final Account ACCOUNT = account("first");
    private static final Account OTHER = account("other");
    private static final Provider OKTA = new Provider("okta", "Okta", "link-1");
    private static final Provider AZURE = new Provider("azure", "Azure", "link-2");

    /** A note as releases wrote it that knew one proof for each account, and did not name the link. */
    private static final String EARLIER_NOTE =
            "{\"password\":7,\"changed\":0,\"providers\":{\"id-first\":{\"alias\":\"okta\",\"time\":5}}}";

    @Test
    @DisplayName("counts for the account that was chosen, and for no other that the provider serves")
    void oneProviderOfTwoAccounts() {
        Proofs proofs = Proofs.none().with(ACCOUNT, linked(OKTA), byOkta(), 1);
        assertThat(opening(proofs, ACCOUNT, linked(OKTA))).isEqualTo("okta");
        assertThat(opening(proofs, OTHER, linked(OKTA))).isEmpty();
    }

    @Test
    @DisplayName("is this provider's: it does not count as one by another provider of the account")
    void twoProvidersOfOneAccount() {
        Proofs proofs = Proofs.none().with(ACCOUNT, linked(OKTA, AZURE), byOkta(), 1);
        assertThat(opening(proofs, ACCOUNT, linked(OKTA, AZURE))).isEqualTo("okta");
        assertThat(opening(proofs, ACCOUNT, linked(AZURE))).isEmpty();
    }

    @Test
    @DisplayName("stays when another provider vouches for the same account later, and when that one is unlinked")
    void bothStay() {
        Proofs proofs = Proofs.none()
                .with(ACCOUNT, linked(OKTA, AZURE), byOkta(), 1)
                .with(ACCOUNT, linked(OKTA, AZURE), new Method.ByProvider("azure"), 2);
        assertThat(opening(proofs, ACCOUNT, linked(OKTA, AZURE)))
                .as("the latest")
                .isEqualTo("azure");
        assertThat(opening(proofs, ACCOUNT, linked(OKTA))).isEqualTo("okta");
    }

    @Test
    @DisplayName("ends when the provider is unlinked, and does not come back when it is linked again")
    void linkedAnew() {
        Proofs proofs = Proofs.none().with(ACCOUNT, linked(OKTA), byOkta(), 1);
        Provider again = new Provider("okta", "Okta", "link-3");
        assertThat(opening(proofs, ACCOUNT, linked())).isEmpty();
        assertThat(opening(proofs, ACCOUNT, linked(again))).isEmpty();
        assertThat(opening(proofs.with(ACCOUNT, linked(again), byOkta(), 2), ACCOUNT, linked(again)))
                .isEqualTo("okta");
    }

    @Test
    @DisplayName("is not kept where the provider is not one of the account's")
    void notLinked() {
        assertThat(Proofs.none().with(ACCOUNT, linked(AZURE), byOkta(), 1)).isEqualTo(Proofs.none());
    }

    @Test
    @DisplayName("leaves no trace of earlier links, however often the provider is linked anew")
    void doesNotGrow() {
        Proofs proofs = Proofs.none();
        for (int i = 0; i < 20; i++) {
            proofs = proofs.with(ACCOUNT, linked(new Provider("okta", "Okta", "link-" + i)), byOkta(), i);
        }
        assertThat(proofs.providers()).hasSize(2);
    }

    @Test
    @DisplayName("of a session that began before an update still counts, until the provider is asked again")
    void earlierNote() {
        Proofs earlier = Proofs.of(session(EARLIER_NOTE));
        assertThat(opening(earlier, ACCOUNT, linked(OKTA))).isEqualTo("okta");
        assertThat(opening(earlier, ACCOUNT, linked(AZURE))).isEmpty();
        assertThat(opening(earlier, OTHER, linked(OKTA))).isEmpty();
        Proofs since = earlier.with(ACCOUNT, linked(OKTA), byOkta(), 6);
        assertThat(opening(since, ACCOUNT, linked(new Provider("okta", "Okta", "link-3"))))
                .isEmpty();
    }

    @Test
    @DisplayName("is found by nodes of the release before, which look under the account alone")
    void readByEarlierNodes() {
        Proofs proofs = Proofs.none().with(ACCOUNT, linked(OKTA), byOkta(), 1);
        assertThat(proofs.providers().get(ACCOUNT.id())).isEqualTo(new Proofs.Vouched("okta", 1));
    }

    private static String opening(Proofs proofs, Account account, SignInMethods methods) {
        Optional<Method> opens = proofs.opens(TestApplications.web(), account, methods);
        boolean counts = Set.of(Proved.PROVIDER, Proved.BOTH).contains(proofs.countFor(account, methods));
        assertThat(counts).isEqualTo(opens.isPresent());
        return opens.filter(Method.ByProvider.class::isInstance)
                .map(method -> ((Method.ByProvider) method).alias())
                .orElse("");
    }

    private static Method byOkta() {
        return new Method.ByProvider("okta");
    }

    private static SignInMethods linked(Provider... providers) {
        return new SignInMethods(SignInPolicy.SSO_REQUIRED, List.of(providers));
    }

    private static UserSessionModel session(String note) {
        SubjectCredentialManager credentials = Fake.of(
                SubjectCredentialManager.class,
                Map.of(
                        "getStoredCredentialsByTypeStream",
                        (Supplier<Stream<?>>) Stream::empty,
                        "isConfiguredFor",
                        true));
        UserModel user = Fake.of(UserModel.class, Map.of("credentialManager", credentials));
        return Fake.of(UserSessionModel.class, Map.of("getNote", note, "getUser", user));
    }

    private static Account account(String number) {
        return new Account("id-" + number, number, "Name of " + number, "", true, "");
    }
}
