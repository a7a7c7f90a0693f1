package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.Provider;
import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.account.SignInPolicy;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The look at the accounts of a realm")
final class AccountInspectionTest {

    private final AccountInspection inspection = new AccountInspection();

    private void note(String number, SignInPolicy policy, boolean linked, boolean hasDomain) {
        List<Provider> providers = linked ? List.of(new Provider("okta", "Okta", "link")) : List.of();
        inspection.noteDomain(
                new Account("id-" + number, number, "Name", "", true, policy.word()),
                new SignInMethods(policy, providers),
                hasDomain);
    }

    @Test
    @DisplayName("counts those with single sign-on and no registered domain, and names some")
    void showing() {
        for (int i = 0; i < 12; i++) {
            note("10" + i, SignInPolicy.SSO_REQUIRED, true, false);
        }
        assertThat(inspection.showingMembers()).isEqualTo(12);
        assertThat(inspection.someShowingMembers()).hasSize(10).startsWith("100", "101");
    }

    @Test
    @DisplayName("names logos that are not shown, and why")
    void logos() {
        var account = new Account("id", "200100", "Contoso Ltd", "", true, "password");
        var methods = new SignInMethods(SignInPolicy.PASSWORD, List.of());
        var allowed = Set.of("logos.example");
        assertThat(inspection.inspect(account, methods, new Branding("https://elsewhere.example/a.png", ""), allowed))
                .singleElement()
                .asString()
                .startsWith("Account 200100: its logo 'https://elsewhere.example/a.png' is not shown")
                .contains("micloud.logo", "micloud.logoHosts");
        assertThat(inspection.inspect(account, methods, new Branding("https://logos.example/a.png", ""), allowed))
                .isEmpty();
        assertThat(inspection.inspect(account, methods, new Branding("", "Ask Bob"), Set.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("passes over those whose members go the way of unknown usernames")
    void silent() {
        note("100", SignInPolicy.SSO_REQUIRED, true, true);
        note("101", SignInPolicy.PASSWORD, true, false);
        note("102", SignInPolicy.SSO_OPTIONAL, false, false);
        note("103", SignInPolicy.MISCONFIGURED, true, false);
        assertThat(inspection.showingMembers()).isZero();
    }
}
