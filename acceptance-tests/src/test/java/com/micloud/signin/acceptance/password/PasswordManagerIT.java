package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.SavingBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The browser's own password manager, with its own windows; nothing of it is played. */
@AcceptanceTest
@DisplayName("The password manager of a real browser")
final class PasswordManagerIT {
    private Portal portal;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
    }

    private User member() {
        return Member.of(portal).in("password").make();
    }

    private static boolean leftOut() {
        var missing = SavingBrowser.missing();
        if (!missing.isEmpty()) {
            LeftOut.because("the browser's own password manager", "this machine lacks " + missing);
        }
        return !missing.isEmpty();
    }

    private Attempt atThePassword(SavingBrowser browser, User user) {
        var attempt = application.begin();
        browser.nextDay().tab().open(attempt.url()).username(user.username());
        return attempt;
    }

    /** Signs in with what is typed, and lets the browser save it. */
    private void save(SavingBrowser browser, User user) {
        browser.acceptOffer(() -> {
            var attempt = atThePassword(browser, user);
            browser.tab().password(user.password());
            application.redeem(attempt, browser.tab());
        });
    }

    /** Signs in with what the browser fills in: nothing but the username is typed. */
    private void signInByManager(SavingBrowser browser, User user) {
        var attempt = atThePassword(browser, user);
        browser.awaitFilled("password").tab().press("kc-login");
        assertThat(application.redeem(attempt, browser.tab()).idClaims())
                .containsEntry("preferred_username", user.username());
    }

    @Test
    @DisplayName("saves username and password of the two pages, and fills the password in from then on")
    void savesAndFills() {
        if (leftOut()) {
            return;
        }
        var user = member();
        try (var browser = SavingBrowser.open()) {
            save(browser, user);
            signInByManager(browser, user);
        }
    }

    @Test
    @DisplayName("fills in the password of the username that was typed, of two that it has saved, and none for a third")
    void rightOneOfTwo() {
        if (leftOut()) {
            return;
        }
        var ann = member();
        var bob = member();
        var stranger = member();
        try (var browser = SavingBrowser.open()) {
            save(browser, ann);
            save(browser, bob);
            signInByManager(browser, ann);
            signInByManager(browser, bob);
            atThePassword(browser, stranger);
            assertThat(browser.leavesAlone("password")).isTrue();
        }
    }

    @Test
    @InWholeRuns("a password manager at a new password")
    @DisplayName("fills in no new password, saves the one that was set, and fills that in from then on")
    void newPassword() {
        if (leftOut()) {
            return;
        }
        var user = member();
        var other = member();
        var changed = user.withPassword(Names.password());
        try (var browser = SavingBrowser.open()) {
            save(browser, user);
            save(browser, other);
            portal.admin().demand(user, "UPDATE_PASSWORD");
            browser.acceptOffer(() -> {
                var attempt = atThePassword(browser, user);
                browser.awaitFilled("password").tab().press("kc-login");
                assertThat(browser.leavesAlone("password-new")).isTrue();
                assertThat(browser.leavesAlone("password-confirm")).isTrue();
                var tab = browser.tab();
                tab.fill("password-new", changed.password()).fill("password-confirm", changed.password());
                tab.press("kc-submit");
                application.redeem(attempt, browser.tab());
            });
            signInByManager(browser, changed);
            signInByManager(browser, other);
        }
    }

    @Test
    @InWholeRuns("a password manager at the change of a password")
    @DisplayName("fills in the current password where it is asked for beside the new one, and saves the new one")
    void currentPassword() {
        if (leftOut()) {
            return;
        }
        var user = member();
        var other = member();
        var changed = user.withPassword(Names.password());
        try (var browser = SavingBrowser.open()) {
            save(browser, other);
            save(browser, user);
            browser.acceptOffer(() -> {
                var changing = application.with("kc_action", "UPDATE_PASSWORD");
                var attempt = changing.begin();
                var tab = browser.tab();
                tab.open(attempt.url()).username(user.username());
                browser.awaitFilled("password");
                assertThat(browser.leavesAlone("password-new")).isTrue();
                assertThat(browser.leavesAlone("password-confirm")).isTrue();
                tab.fill("password-new", changed.password()).fill("password-confirm", changed.password());
                tab.press("kc-submit");
                changing.redeem(attempt, tab);
            });
            signInByManager(browser, changed);
        }
    }
}
