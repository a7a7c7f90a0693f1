package com.micloud.signin.acceptance.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.Screens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@DisplayName("Logging out in the demo")
final class DemoLogOutIT {

    @ParameterizedTest(name = "{0} by {1}, script: {2}")
    @CsvSource({
        "alex@adventure.example, adventure-azure, true",
        "alex@adventure.example, adventure-azure, false",
        "finn@fabrikam.example, fabrikam-okta, true",
        "finn@fabrikam.example, fabrikam-okta, false",
    })
    @DisplayName("leaves the provider's session unless the user ends it, and then asks for everything again")
    void there(String person, String provider, boolean script, Portal portal, RealBrowser browser) {
        var application = OidcApplication.of(portal, "account-portal");
        var tab = script ? browser.tab() : browser.tabWithoutScript();
        var attempt = application.begin();
        reachProvider(tab.open(attempt.url()), person);
        tab.signInAtProvider(person);
        tab.open(application.logoutUrl(application.redeem(attempt, tab), "s"));
        assertThat(tab.text("done")).contains("You have left MiCloud");

        var again = application.begin();
        reachProvider(tab.open(again.url()), person);
        tab.open(application.logoutUrl(application.redeem(again, tab), "s"));
        tab.press("sign-out-there");
        if (tab.has("kc-logout")) {
            tab.press("kc-logout");
        }
        assertThat(tab.arrival().getQuery()).isEqualTo("state=s");

        reachProvider(tab.open(application.begin().url()), person);
        assertThat(tab.address().getPath()).startsWith("/realms/" + provider + "/");
        assertThat(tab.has("password")).isTrue();
    }

    private static void reachProvider(Tab tab, String person) {
        tab.username(person);
        if (tab.has("account")) {
            tab.pickAccount("200400");
        }
    }

    @Test
    @DisplayName("shows a page that is good at every width, in light and dark, and by the rules for everybody")
    void looks(Portal portal, RealBrowser browser) {
        var application = OidcApplication.of(portal, "account-portal");
        var tab = browser.tab();
        var attempt = application.begin();
        reachProvider(tab.open(attempt.url()), "finn@fabrikam.example");
        tab.signInAtProvider("finn@fabrikam.example");
        tab.open(application.logoutUrl(application.redeem(attempt, tab), "s"));
        assertThat(Screens.look(tab, "signed-out")).isEmpty();
    }
}
