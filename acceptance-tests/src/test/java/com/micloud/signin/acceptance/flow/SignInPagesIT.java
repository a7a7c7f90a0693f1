package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a member sees after the username, for every policy, with and without single sign-on in the application. */
@AcceptanceTest
@DisplayName("The page after the username")
final class SignInPagesIT {
    private final List<StandInOidcProvider> providers = new ArrayList<>();

    @AfterEach
    void close() {
        providers.forEach(StandInOidcProvider::close);
    }

    @ParameterizedTest(name = "policy {0}, application''s sso {1}, {2} providers: {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            # policy        | sso   | providers | page
            absent          | true  | 0         | password
            absent          | true  | 1         | sso first, or password
            absent          | true  | 2         | sso first, or password
            absent          | false | 1         | password
            password        | true  | 0         | password
            password        | true  | 1         | password
            password        | false | 1         | password
            sso-optional    | true  | 0         | password
            sso-optional    | true  | 1         | password, or sso
            sso-optional    | true  | 2         | password, or sso
            sso-optional    | false | 1         | password
            sso-preferred   | true  | 0         | password
            sso-preferred   | true  | 1         | sso first, or password
            sso-preferred   | true  | 2         | sso first, or password
            sso-preferred   | false | 1         | password
            sso-required    | true  | 0         | refused: account_misconfigured
            sso-required    | true  | 1         | provider
            sso-required    | true  | 2         | sso only
            sso-required    | false | 1         | refused: application_without_sso
            sso-required    | false | 0         | refused: application_without_sso
            sso-mandatory   | true  | 1         | refused: account_misconfigured
            sso-mandatory   | false | 0         | refused: account_misconfigured
            SSO-REQUIRED    | true  | 1         | refused: account_misconfigured
            """)
    void page(String policy, String sso, int count, String expected, Portal portal) {
        for (var i = 0; i < count; i++) {
            providers.add(new StandInOidcProvider());
        }
        var user = Member.of(portal)
                .in(policy.equals("absent") ? "" : policy, providers.toArray(StandInProvider[]::new))
                .make();
        var application = OidcApplication.made(portal, Map.of("micloud.sso", sso));
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(user.username());

        assertThat(shown(tab, portal, application)).isEqualTo(expected);
        if (expected.equals("provider")) {
            assertThat(providers.get(0).requests()).hasSize(1);
            assertThat(providers.get(0).requests().get(0)).containsEntry("login_hint", user.username());
        }
        if (!expected.startsWith("refused")) {
            finish(tab, user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(user.account().number());
        }
    }

    private String shown(PlainTab tab, Portal portal, OidcApplication application) {
        if (tab.page().hasArrived()) {
            return "provider";
        }
        if (tab.page().status() == 403) {
            assertThat(tab.has("try-again")).isTrue();
            assertThat(tab.error()).isNotEmpty();
            return "refused: " + portal.events().lastOf(application.clientId()).detail("micloud_refusal");
        }
        assertThat(buttons(tab)).isIn(List.of(), expectedButtons());
        var sso = !buttons(tab).isEmpty();
        if (tab.has("password")) {
            return sso ? "password, or sso" : "password";
        }
        return sso && tab.has("enter-password") ? "sso first, or password" : sso ? "sso only" : "something else";
    }

    /** Goes on by the first way that the page offers. */
    private void finish(PlainTab tab, String password) {
        if (tab.page().hasArrived()) {
            return;
        }
        if (tab.has("password")) {
            tab.password(password);
        } else {
            tab.press(buttons(tab).get(0));
        }
    }

    private static List<String> buttons(PlainTab tab) {
        return tab.page().ids("button[id^=sso]").stream().sorted().toList();
    }

    private List<String> expectedButtons() {
        return providers.size() == 1
                ? List.of("sso")
                : providers.stream()
                        .map(provider -> "sso-" + provider.alias())
                        .sorted()
                        .toList();
    }
}
