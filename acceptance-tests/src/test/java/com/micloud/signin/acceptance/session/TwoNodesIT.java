package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.OnTwoNodes;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.token.LongUser;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@OnTwoNodes
@InWholeRuns("sign-ins on two nodes")
@DisplayName("Where each step is answered by another node")
final class TwoNodesIT {
    @Test
    @DisplayName("the nodes know of each other")
    void cluster(Portal portal) {
        assertThat(portal.log()).containsPattern("ISPN000094.*\\(2\\) \\[");
    }

    @Test
    @DisplayName("a person signs in to the account they picked, comes back to another, and refreshes both")
    void password(Portal portal) {
        var admin = portal.admin();
        var first = admin.account("password");
        var second = admin.account("password");
        var user = Member.of(portal).in(first, second).make();
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).pickAccount(first.number());
        tab.password("Wrong-Pass1");
        assertThat(tab.error()).isEqualTo("The password is incorrect. Try again or reset it.");
        tab.passwordAgain(user.password());
        var firstTokens = application.redeem(attempt, tab);
        var again = application.begin();
        tab.open(again.url()).username(user.username()).pickAccount(second.number());
        var secondTokens = application.redeem(again, tab);
        for (var times = 0; times < 2; times++) {
            assertThat(AccountClaim.numberIn(
                            application.refresh(firstTokens).tokens().accessClaims()))
                    .isEqualTo(first.number());
            assertThat(AccountClaim.numberIn(
                            application.refresh(secondTokens).tokens().accessClaims()))
                    .isEqualTo(second.number());
        }
    }

    @Test
    @DisplayName("a person signs in by the account's provider")
    void provider(Portal portal) {
        try (var customer = Customer.withSaml(portal)) {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tab = PlainTab.fresh();
            tab.open(attempt.url()).username(customer.member().username());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(customer.account().number());
        }
    }

    @Test
    @DisplayName("a changed password ends what was before on all of them")
    void changed(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            user.signIn("");
            user.refresh(Map.of()).tokens();
            user.refresh(Map.of()).tokens();
            portal.admin().setPassword(user.user(), Names.password());
            for (var times = 0; times < 2; times++) {
                assertThat(user.refresh(Map.of()))
                        .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "password_changed"));
            }
        }
    }

    @Test
    @DisplayName("a refresh token that is good for one use is, on all of them together")
    void rotation(Portal portal) {
        try (var user = LongUser.withPassword(portal, true)) {
            user.setSwitch("micloud.refreshTokenRotation", "true");
            user.signIn("");
            var given = Stream.generate(user::copy)
                    .limit(4)
                    .map(use -> CompletableFuture.supplyAsync(() -> use.refresh(Map.of())))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(TokenAnswer.Given.class::isInstance)
                    .count();
            assertThat(given).isLessThanOrEqualTo(1);
            for (var times = 0; times < 2; times++) {
                assertThat(user.refresh(Map.of()))
                        .isEqualTo(new TokenAnswer.Refused(400, "invalid_grant", "refresh_token_reused"));
            }
        }
    }

    @Test
    @DisplayName("a person changes the password at its own address")
    void changePassword(Portal portal) {
        var user = Member.of(portal).in("password").make();
        var tab = PlainTab.fresh();
        var fresh = Names.password();
        tab.open(portal.realm("changepassword")).username(user.username());
        tab.fill("password", user.password()).newPassword(fresh);
        assertThat(tab.heading()).as("%s", tab).isEqualTo("Your password was changed");
    }

    @Test
    @DisplayName("passwords of one person at the same moment are checked in turn: right ones let in, wrong ones lock")
    void atOnce(Portal portal) {
        var limit = 5;
        var admin = portal.admin();
        var user = Member.of(portal).in("password").make();
        var application = OidcApplication.made(portal);
        assertThat(enter(application, user, 6, user.password()))
                .allSatisfy(
                        tab -> assertThat(tab.page().hasArrived()).as("%s", tab).isTrue());
        enter(application, user, 2 * limit, "Wrong-Pass1");
        assertThat(admin.isLocked(user)).isTrue();
        assertThat(portal.events().of(user).stream()
                        .filter(event -> event.error().equals("invalid_user_credentials")))
                .as("guesses that were checked; the other node may learn of a failure a moment later")
                .hasSizeBetween(limit, limit + 1);
    }

    private static List<PlainTab> enter(OidcApplication application, User user, int times, String password) {
        var tabs = Stream.generate(PlainTab::fresh).limit(times).toList();
        tabs.forEach(tab -> tab.open(application.begin().url()).username(user.username()));
        tabs.stream()
                .map(tab -> CompletableFuture.runAsync(() -> tab.password(password)))
                .toList()
                .forEach(CompletableFuture::join);
        return tabs;
    }
}
