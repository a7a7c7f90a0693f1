package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("In Keycloak's account console a user")
final class SeenSessionsIT {
    private Portal portal;
    private User user;
    private OidcApplication mobile;
    private Tokens tokens;
    private RealTab console;

    @BeforeEach
    void meet(Portal portal, RealBrowser browser) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        mobile = OidcApplication.made(portal, Map.of("micloud.kind", "mobile")).with("scope", "openid offline_access");
        tokens = mobile.signIn(PlainTab.fresh(), user);
        portal.admin().endBrowserSessions(user);
        console = browser.tab();
    }

    private void open(String page) {
        console.open(portal.realm("account/" + page));
        console.page().waitForSelector("#username");
        console.username(user.username());
        if (console.has("account")) {
            console.pickAccount(user.account().number());
        }
        console.password(user.password());
    }

    @Test
    @DisplayName("sees which application was opened for which account, and ends its long session there")
    void device() {
        open("account-security/device-activity");
        var label = mobile.clientId() + " (" + user.account().name() + ")";
        var row = console.page().locator("[data-testid^=row-]").filter(new Locator.FilterOptions().setHasText(label));
        row.waitFor();
        assertThat(mobile.refresh(tokens).tokens().accessToken()).isNotEmpty();
        row.locator("button").click();
        console.page().locator("[role=dialog] button").first().waitFor();
        console.page().locator("#modal-confirm").click();
        row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(mobile.refresh(tokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("takes an application its access, which ends its long session")
    void application() {
        open("applications");
        var row = console.page()
                .locator("[data-testid=applications-list-item]")
                .filter(new Locator.FilterOptions().setHasText(mobile.clientId()));
        row.waitFor();
        row.locator("button").first().click();
        row.locator("button")
                .filter(new Locator.FilterOptions().setHasText("Remove access"))
                .click();
        console.page().locator("#modal-confirm").click();
        row.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(mobile.refresh(tokens).error()).isEqualTo("invalid_grant");
    }
}
