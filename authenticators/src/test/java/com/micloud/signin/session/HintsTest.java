package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.account.Account;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("What an application asked for")
final class HintsTest {

    private static final Account ACME = new Account("id-1", "100100", "Acme", "Gold", true, "");
    private static final Account OTHER = new Account("id-2", "200200", "Other", "Silver", true, "");
    private static final Account THIRD = new Account("id-3", "id-1", "Third", "Silver", true, "");

    private final AuthenticationSessionModel notes = TestNotes.empty();
    private final Hints hints = Hints.of(notes);

    @Test
    @DisplayName("is nothing where it sent nothing")
    void nothing() {
        assertThat(hints.username()).isEmpty();
        assertThat(hints.namesAccount()).isFalse();
        assertThat(hints.account(List.of(ACME))).isEmpty();
        assertThat(hints.provider(new SignInMethods(SignInPolicy.PASSWORD, List.of())))
                .isEmpty();
        assertThat(hints.silent()).isFalse();
        assertThat(hints.reselect()).isFalse();
    }

    @Test
    @DisplayName("is a username as it was sent")
    void username() {
        notes.setClientNote("login_hint", " Alex ");
        assertThat(hints.username()).contains(" Alex ");
    }

    @ParameterizedTest(name = "[{0}]: {1}")
    @CsvSource({
        "100100, id-1",
        "' 100100 ', id-1",
        "gold, id-1",
        "id-2, id-2",
        "ID-2, ",
        "id-1, id-1",
        "Silver, ",
        "Acme, ",
        "300300, ",
        "'', "
    })
    @DisplayName("is an account by id, number or label, among those of the user")
    void account(String hint, String expected) {
        notes.setClientNote("client_request_param_account_hint", hint);
        assertThat(hints.namesAccount()).isTrue();
        assertThat(hints.account(List.of(ACME, OTHER, THIRD)).map(Account::id).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"okta, true", "azure, false", "Okta, false", "'', false"})
    @DisplayName("is a provider only if it is one of the account's that can be checked")
    void provider(String hint, boolean expected) {
        notes.setClientNote("kc_idp_hint", hint);
        SignInMethods methods = new SignInMethods(
                SignInPolicy.SSO_REQUIRED, List.of(new Provider("okta", "Okta", "link")), Set.of("azure"));
        assertThat(hints.provider(methods).isPresent()).isEqualTo(expected);
    }

    @ParameterizedTest(name = "prompt [{0}], IsPassive {1}: silent {2}, select {3}")
    @CsvSource({
        "none, false, true, false",
        "select_account, false, false, true",
        "' login  select_account ', false, false, true",
        "'none\tselect_account', false, true, true",
        "login, false, false, false",
        "nonesuch, false, false, false",
        "NONE, false, false, false",
        "'', false, false, false",
        ", true, true, false",
        "login, true, true, false"
    })
    @DisplayName("is to show no page, or to choose the account anew")
    void prompt(String prompt, boolean passive, boolean silent, boolean reselect) {
        if (prompt != null) {
            notes.setClientNote("prompt", prompt);
        }
        if (passive) {
            notes.setAuthNote("micloud.passive", "true");
        }
        assertThat(hints.silent()).isEqualTo(silent);
        assertThat(hints.reselect()).isEqualTo(reselect);
    }
}
