package com.micloud.signin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.OnPostgres;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@AcceptanceTest
@OnPostgres
@DisplayName("A user of many accounts")
final class ManyAccountsIT {
    private static User memberOf(Portal portal, List<Account> accounts, int count) {
        var admin = portal.admin();
        for (var i = 0; i < count; i++) {
            accounts.add(admin.account(
                    Names.accountNumber(), "password", "", Map.of("micloud.displayName", "Branch %04d".formatted(i))));
        }
        var user = admin.user();
        portal.memberships().join(user, accounts);
        return user;
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    @OnPostgres
    @DisplayName("with a thousand of them")
    final class Thousand {
        private static final int COUNT = 1_000;
        private final List<Account> accounts = new ArrayList<>();
        private User user;

        private PlainTab atTheChoice(Portal portal, Attempt attempt) {
            var cold = accounts.isEmpty();
            if (cold) {
                user = memberOf(portal, accounts, COUNT);
            }
            var tab = PlainTab.fresh();
            tab.open(attempt.url());
            var start = System.nanoTime();
            tab.username(user.username());
            LeftOut.measured("page after the username, 1000 accounts, %s: %d ms"
                    .formatted(cold ? "first time" : "again", (System.nanoTime() - start) / 1_000_000));
            return tab;
        }

        @Test
        @DisplayName("is not sent a list of all of them")
        void notListed(Portal portal) {
            var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
            var tab = atTheChoice(portal, application.begin());
            assertThat(tab.heading()).isEqualTo("Multiple accounts located");
            assertThat(tab.page().document().select("option").size()).isLessThanOrEqualTo(51);
            assertThat(tab.page().body().length()).isLessThan(50_000);
            assertThat(tab.has("accountIdentifier")).isTrue();
        }

        @Test
        @DisplayName("gets in by the number")
        void byNumber(Portal portal) {
            var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt);
            tab.typeAccount(accounts.get(777).number()).password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(accounts.get(777).number());
        }

        @Test
        @DisplayName("finds one by a part of its name, without script")
        void byName(Portal portal) {
            var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt);
            tab.typeAccount("branch 053");
            assertThat(tab.page().document().select("#account option[value]:not([value=''])"))
                    .hasSize(10);
            tab.pickAccount(accounts.get(537).number()).password(user.password());
            assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims()))
                    .containsEntry("name", "Branch 0537");
        }

        @Test
        @DisplayName("is told when too many match")
        void tooMany(Portal portal) {
            var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
            var tab = atTheChoice(portal, application.begin());
            tab.typeAccount("branch");
            assertThat(tab.error()).containsPattern("1,?000");
            assertThat(tab.value("accountIdentifier")).isEqualTo("branch");
        }
    }

    @Test
    @DisplayName("types first when there are more than ten, and the list is there as well")
    void thirty(Portal portal) {
        var accounts = new ArrayList<Account>();
        var user = memberOf(portal, accounts, 30);
        var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(user.username());
        assertThat(tab.page().document().select("#account option")).hasSize(31);
        assertThat(tab.page().element("accountIdentifier").hasAttr("autofocus")).isTrue();
        tab.pickAccount(accounts.get(17).number()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(accounts.get(17).number());
    }

    @Test
    @DisplayName("who types a label that two accounts share is asked for the number")
    void ambiguous(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var label = Names.word();
        var first = admin.account("password", label);
        var second = admin.account("password", label);
        admin.join(user, first, second);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(user.username()).typeAccount(label);
        assertThat(tab.error()).contains("More than one account");
        tab.typeAccount(second.number()).password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(second.number());
    }

    @Test
    @DisplayName("who picks one and types another is asked to decide, and what was entered is kept")
    void conflict(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var first = admin.account("password");
        var second = admin.account("password");
        admin.join(user, first, second);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        tab.fill("account", first.number()).fill("accountIdentifier", second.number());
        tab.press("kc-login");
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.page().document().select("#account option[selected]").eachAttr("value"))
                .containsExactly(first.number());
        assertThat(tab.value("accountIdentifier")).isEqualTo(second.number());
    }

    @Test
    @DisplayName("who chooses nothing is asked to choose")
    void nothing(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        admin.join(user, admin.account("password"), admin.account("password"));
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).press("kc-login");
        assertThat(tab.error()).contains("Choose an account");
    }
}
