package com.micloud.signin.acceptance.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.OnPostgres;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
        accounts.addAll(portal.memberships()
                .accounts(IntStream.range(0, count)
                        .mapToObj("Branch %04d"::formatted)
                        .toList()));
        var user = portal.admin().user();
        portal.memberships().join(user, accounts);
        return user;
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    @OnPostgres
    @InWholeRuns("a user of a thousand accounts")
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
            var application = OidcApplication.made(portal);
            var tab = atTheChoice(portal, application.begin());
            assertThat(tab.heading()).isEqualTo("Multiple accounts located");
            assertThat(tab.page().document().select("option").size()).isLessThanOrEqualTo(51);
            assertThat(tab.page().body().length()).isLessThan(50_000);
            assertThat(tab.has("accountIdentifier")).isTrue();
        }

        @Test
        @DisplayName("gets in by the number")
        void byNumber(Portal portal) {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt);
            tab.typeAccount(accounts.get(777).number()).password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(accounts.get(777).number());
        }

        @Test
        @DisplayName("finds one by a part of its name, without script")
        void byName(Portal portal) {
            var application = OidcApplication.made(portal);
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
            var application = OidcApplication.made(portal);
            var tab = atTheChoice(portal, application.begin());
            tab.typeAccount("branch");
            assertThat(tab.error()).containsPattern("1,?000");
            assertThat(tab.value("accountIdentifier")).isEqualTo("branch");
        }
    }

    @Nested
    @TestInstance(Lifecycle.PER_CLASS)
    @OnPostgres
    @DisplayName("with thirty of them")
    final class Thirty {
        private final List<Account> accounts = new ArrayList<>();
        private User user;

        private <T extends Tab> T atTheChoice(Portal portal, Attempt attempt, T tab) {
            if (accounts.isEmpty()) {
                user = memberOf(portal, accounts, 30);
            }
            tab.open(attempt.url()).username(user.username());
            return tab;
        }

        private void assertSignedInTo(int account, OidcApplication application, Attempt attempt, Tab tab) {
            tab.password(user.password());
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(accounts.get(account).number());
        }

        private List<String> offered(RealTab tab) {
            return tab.page().locator("#account option:not([value=''])").allTextContents();
        }

        @Test
        @DisplayName("finds one by a part of its name, without script")
        void withoutScript(Portal portal) {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt, PlainTab.fresh());
            tab.typeAccount("BRANCH 001");
            assertThat(tab.page().document().select("#account option[value]:not([value=''])"))
                    .hasSize(10);
            assertThat(tab.value("accountIdentifier")).isEqualTo("BRANCH 001");
            tab.pickAccount(accounts.get(17).number());
            assertSignedInTo(17, application, attempt, tab);
        }

        @Test
        @DisplayName("sees fewer while typing, and picks one of them")
        void narrows(Portal portal, RealBrowser browser) {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt, browser.tab());
            tab.page().locator("#accountIdentifier").pressSequentially("branch 000");
            assertThat(tab.page().locator("#account-status")).hasText("Matching accounts: 10");
            assertThat(offered(tab)).hasSize(10).allMatch(text -> text.contains("Branch 000"));
            assertThat(Screens.look(tab, "accounts-narrowed")).isEmpty();
            tab.page().locator("#account").selectOption(accounts.get(7).number());
            tab.press("kc-login");
            assertSignedInTo(7, application, attempt, tab);
        }

        @Test
        @DisplayName("types until one is left, and goes on with the Enter key")
        void onlyOne(Portal portal, RealBrowser browser) {
            var application = OidcApplication.made(portal);
            var attempt = application.begin();
            var tab = atTheChoice(portal, attempt, browser.tab());
            tab.page().locator("#accountIdentifier").pressSequentially("0023");
            assertThat(tab.page().locator("#account-status")).containsText("Branch 0023");
            assertThat(tab.page().locator("#account")).hasValue(accounts.get(23).number());
            tab.page().keyboard().press("Enter");
            assertSignedInTo(23, application, attempt, tab);
        }

        @Test
        @DisplayName("sees all again when what was typed is taken back, and none is picked for them")
        void widens(Portal portal, RealBrowser browser) {
            var application = OidcApplication.made(portal);
            var tab = atTheChoice(portal, application.begin(), browser.tab());
            var typed = tab.page().locator("#accountIdentifier");
            typed.pressSequentially("0023");
            assertThat(tab.page().locator("#account")).hasValue(accounts.get(23).number());
            typed.fill("");
            assertThat(tab.page().locator("#account")).hasValue("");
            assertThat(offered(tab)).hasSize(30);
            typed.fill("nobody's");
            assertThat(tab.page().locator("#account-status")).hasText("Matching accounts: 0");
            assertThat(offered(tab)).isEmpty();
        }
    }

    @Test
    @DisplayName("types first when there are more than ten, and the list is there as well")
    void thirty(Portal portal) {
        var accounts = new ArrayList<Account>();
        var user = memberOf(portal, accounts, 30);
        var application = OidcApplication.made(portal);
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
        var label = Names.word();
        var first = admin.account("password", label);
        var second = admin.account("password", label);
        var user = Member.of(portal).in(first, second).make();
        var application = OidcApplication.made(portal);
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
        var first = admin.account("password");
        var second = admin.account("password");
        var user = Member.of(portal).in(first, second).make();
        var application = OidcApplication.made(portal);
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
        var user = Member.of(portal).in("password").in("password").make();
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).press("kc-login");
        assertThat(tab.error()).contains("Choose an account");
    }
}
