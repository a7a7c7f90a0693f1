package com.micloud.signin.acceptance.password.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The pages that change a password, in a real browser")
final class ChangePasswordLooksIT {
    private Portal portal;
    private User user;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
    }

    private RealTab opened(RealTab tab) {
        tab.open(URI.create(portal.realm("changepassword") + "?client_id=account-portal"));
        return tab;
    }

    @Test
    @DisplayName("look good and can be used by everybody")
    void looks(RealBrowser browser) {
        var tab = opened(browser.tab());
        assertThat(Screens.look(tab, "change-password-owner")).isEmpty();
        tab.username(user.username());
        assertThat(Screens.look(tab, "change-password")).isEmpty();
        tab.fill("password", "Wrong-Pass1")
                .fill("password-new", "abc def")
                .fill("password-confirm", "abd")
                .press("kc-submit");
        assertThat(Screens.look(tab, "change-password-errors")).isEmpty();
        assertThat(tab.page().title()).startsWith("Error:");
        assertThat(tab.page().evaluate("() => document.activeElement.contains(document.getElementById('error'))"))
                .isEqualTo(true);
        tab.page().locator("#error a").first().click();
        assertThat(tab.page().evaluate("document.activeElement.id")).isEqualTo("password");
        var fresh = Names.password();
        tab.fill("password", user.password()).newPassword(fresh);
        assertThat(tab.heading()).isEqualTo("Your password was changed");
        assertThat(Screens.look(tab, "change-password-done")).isEmpty();
    }

    @Test
    @DisplayName("look good where the organization keeps the password")
    void elsewhere(RealBrowser browser) {
        try (var customer = Customer.withOidc(portal)) {
            var tab = opened(browser.tab());
            tab.username(customer.member().username());
            assertThat(Screens.look(tab, "password-elsewhere")).isEmpty();
        }
    }

    @Test
    @DisplayName("need no script")
    void withoutScript(RealBrowser browser) {
        var tab = opened(browser.tabWithoutScript());
        tab.username(user.username());
        var fresh = Names.password();
        tab.fill("password", user.password()).newPassword(fresh);
        assertThat(tab.heading()).isEqualTo("Your password was changed");
        tab.reload();
        assertThat(tab.heading()).isEqualTo("Your password was changed");
    }

    @Test
    @DisplayName("need no mouse")
    void keyboard(RealBrowser browser) {
        var tab = opened(browser.tab());
        var keys = tab.page().keyboard();
        keys.type(user.username());
        keys.press("Enter");
        tab.page().waitForSelector("#password-new");
        var fresh = Names.password();
        for (var typed : new String[] {user.password(), fresh}) {
            keys.type(typed);
            // Past the button that shows what was typed.
            keys.press("Tab");
            keys.press("Tab");
        }
        keys.type(fresh);
        keys.press("Enter");
        tab.page().waitForSelector("#done");
        assertThat(tab.heading()).as("%s", tab.address()).isEqualTo("Your password was changed");
    }

    @Test
    @DisplayName("are those of Keycloak's account console, which the user comes back to")
    void console(RealBrowser browser) {
        var tab = browser.tab();
        tab.open(portal.realm("account/account-security/signing-in"));
        tab.page().waitForSelector("#username");
        tab.username(user.username()).password(user.password());
        tab.page()
                .locator("[data-testid='password/credential-list'] button, [data-testid^='password'] button")
                .first()
                .click();
        tab.page().waitForSelector("#password-new");
        assertThat(tab.has("password")).isTrue();
        var fresh = Names.password();
        tab.fill("password", user.password()).fill("password-new", fresh).fill("password-confirm", fresh);
        tab.page().locator("#kc-submit").click();
        tab.page().waitForURL(address -> address.contains("/account/"));
    }
}
