package com.micloud.signin.acceptance.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.people.WrongPasswords;
import com.micloud.signin.acceptance.harness.plain.Outside;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Event;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.portal.WithRealHash;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@WithRealHash
@DisplayName("Wrong passwords")
final class LockOutIT {
    private static final String VERIFIED_AND_WRONG = "invalid_user_credentials";
    private static final int LIMIT = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;
    private Map<String, JsonNode> before;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
        // So long that no test runs into the end of a lock, and no lock but that of the fifth wrong password.
        before = portal.admin()
                .changeRealm(Map.of(
                        "failureFactor", LIMIT,
                        "waitIncrementSeconds", 900,
                        "maxFailureWaitSeconds", 900,
                        "quickLoginCheckMilliSeconds", 0,
                        "permanentLockout", false));
    }

    @AfterEach
    void restore() {
        portal.admin().changeRealm(before);
    }

    private PlainTab ask(String username) {
        tab.open(application.begin().url()).username(username);
        return tab;
    }

    /** Enters wrong passwords until so many were checked: one that comes while another is counted is not. */
    private void guess(int times) {
        WrongPasswords.enter(portal, tab, user, times);
    }

    private List<String> errors() {
        return portal.events().of(user).stream().map(Event::error).toList();
    }

    @Nested
    @DisplayName("count")
    final class Count {
        @Test
        @DisplayName("and lock; the right one then sees what a wrong one sees, and lets in again once unlocked")
        void lock() {
            ask(user.username());
            guess(LIMIT);
            assertThat(portal.admin().isLocked(user)).isTrue();
            var seen = new Outside(tab, user.username())
                    .step("wrong", () -> tab.password(WrongPasswords.ONE))
                    .step("right", () -> tab.password(user.password()))
                    .steps();
            assertThat(seen.get("right")).isEqualTo(seen.get("wrong"));
            assertThat(errors()).contains("user_temporarily_disabled");

            portal.admin().unlock(user);
            tab.password(user.password()).arrival();
        }

        @Test
        @DisplayName("until a right one, which forgets those before it")
        void reset() {
            ask(user.username());
            guess(LIMIT - 1);
            assertThat(portal.admin().isLocked(user)).isFalse();
            tab.password(user.password()).arrival();
            await().atMost(PATIENCE).until(() -> portal.admin().failures(user) == 0);
            tab = PlainTab.fresh();
            ask(user.username());
            guess(LIMIT - 1);
            tab.password(user.password()).arrival();
        }

        @Test
        @DisplayName("in whatever letters the username is typed")
        void letterCase() {
            ask(user.username().toUpperCase(Locale.ROOT));
            guess(1);
            assertThat(portal.admin().failures(user)).isEqualTo(1);
        }

        @Test
        @DisplayName("no further while the user is locked, who is not locked for longer by them")
        void whileLocked() {
            ask(user.username());
            guess(LIMIT);
            var locked = portal.admin().bruteForce(user);
            for (var i = 0; i < 3; i++) {
                tab.password(WrongPasswords.ONE);
            }
            assertThat(portal.admin().bruteForce(user)).isEqualTo(locked);
        }

        @Test
        @DisplayName("for a time only: then the right one lets in without anybody's help")
        void time() {
            portal.admin().changeRealm(Map.of("waitIncrementSeconds", 1, "maxFailureWaitSeconds", 1));
            ask(user.username());
            guess(LIMIT);
            assertThat(portal.admin()
                            .bruteForce(user)
                            .get("numTemporaryLockouts")
                            .asInt())
                    .isPositive();
            await().atMost(PATIENCE)
                    .until(() ->
                            tab.password(user.password()) != null && tab.page().hasArrived());
        }

        @Test
        @DisplayName("for one user and no other")
        void nobodyElse() {
            var other = Member.of(portal).in(user.account()).make();
            ask(user.username());
            guess(LIMIT);
            tab = PlainTab.fresh();
            ask(other.username()).password(other.password());
            tab.arrival();
        }
    }

    @Nested
    @DisplayName("are not")
    final class NotCounted {
        /** What people and strangers get wrong beside passwords. */
        enum Slip {
            EMPTY_PASSWORD,
            ACCOUNT_NUMBER,
            USERNAME,
            EMAIL_ADDRESS_THAT_IS_NO_USERNAME
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("other mistakes, which lock nobody")
        void slips(Slip slip) {
            for (var i = 0; i <= LIMIT; i++) {
                make(slip);
            }
            assertThat(portal.admin().failures(user)).isZero();
            assertThat(errors()).doesNotContain(VERIFIED_AND_WRONG);
        }

        private void make(Slip slip) {
            switch (slip) {
                case EMPTY_PASSWORD -> ask(user.username()).password("");
                case ACCOUNT_NUMBER -> {
                    portal.admin().join(user, portal.admin().account("password"));
                    ask(user.username()).typeAccount(Names.accountNumber());
                }
                case USERNAME -> ask("x" + user.username()).password(user.password());
                case EMAIL_ADDRESS_THAT_IS_NO_USERNAME -> {
                    portal.admin().rename(user, Names.username());
                    ask(user.username()).password(WrongPasswords.ONE);
                }
            }
        }
    }

    @Nested
    @DisplayName("that lock a user")
    final class Locked {
        @Test
        @DisplayName("do not stop the user's provider, neither at the first sign-in through it nor later")
        void provider() {
            try (var provider = new StandInOidcProvider().signsIn(user.username())) {
                var company = Company.of(portal, "sso-optional").with(provider).make();
                ask(user.username());
                guess(LIMIT);
                portal.admin().join(user, company);
                for (var time : List.of("first", "later")) {
                    var fresh = PlainTab.fresh();
                    fresh.open(application.begin().url())
                            .username(user.username())
                            .pickAccount(company.number())
                            .press("sso");
                    assertThat(fresh.page().hasArrived())
                            .as("%s: %s", time, fresh)
                            .isTrue();
                }
                assertThat(portal.admin().isLocked(user))
                        .as("the password still is")
                        .isTrue();
                assertThat(portal.admin().failures(user)).isEqualTo(LIMIT);
            }
        }

        @Test
        @DisplayName("do not throw out whoever is signed in")
        void signedIn() {
            var own = PlainTab.fresh();
            var attempt = application.begin();
            own.open(attempt.url()).username(user.username()).password(user.password());
            var tokens = application.redeem(attempt, own);
            ask(user.username());
            guess(LIMIT);
            assertThat(application.refresh(tokens).tokens().idToken()).isNotEmpty();
            own.open(application.begin().url()).username(user.username()).arrival();
        }

        @Test
        @DisplayName("for good, where the realm says so, are told to nobody who does not manage users")
        void permanently() {
            portal.admin().changeRealm(Map.of("permanentLockout", true));
            ask(user.username());
            guess(LIMIT);
            await().atMost(PATIENCE).until(() -> portal.admin().isSwitchedOff(user));
            var seen = new Outside(tab, user.username())
                    .step("wrong", () -> tab.password(WrongPasswords.ONE))
                    .step("right", () -> tab.password(user.password()))
                    .steps();
            assertThat(seen.get("right")).isEqualTo(seen.get("wrong"));
            assertThat(tab.page().status()).isEqualTo(200);
            assertThat(errors()).contains("user_disabled");

            portal.admin().enable(user, true);
            tab = PlainTab.fresh();
            ask(user.username()).password(user.password());
            tab.arrival();
        }
    }

    @Nested
    @DisplayName("at the same moment")
    final class AtOnce {
        @RepeatedTest(3)
        @DisplayName("with right ones keep nobody out: each of these lets in")
        void right() throws Exception {
            var tabs = tabs(user.username(), 6);
            enter(tabs, user.password());
            assertThat(tabs)
                    .allSatisfy(one ->
                            assertThat(one.page().hasArrived()).as("%s", one).isTrue());
            assertThat(portal.admin().failures(user)).isZero();
        }

        @Test
        @DisplayName("as a right one count each, and do not keep the right one out")
        void mixed() throws Exception {
            var wrong = tabs(user.username(), LIMIT - 1);
            var right = tabs(user.username(), 1);
            var entries = new ArrayList<Callable<PlainTab>>();
            wrong.forEach(one -> entries.add(() -> (PlainTab) one.password(WrongPasswords.ONE)));
            right.forEach(one -> entries.add(() -> (PlainTab) one.password(user.password())));
            together(entries);
            assertThat(right.get(0).page().hasArrived()).as("%s", right).isTrue();
            assertThat(wrong).allSatisfy(one -> assertThat(one.has("password")).isTrue());
            assertThat(errors().stream().filter(VERIFIED_AND_WRONG::equals)).hasSize(LIMIT - 1);
        }

        @Test
        @DisplayName("from many browsers are counted each, and lock as one after the other: none more is checked")
        void parallel() throws Exception {
            var few = tabs(user.username(), LIMIT - 1);
            enter(few, WrongPasswords.ONE);
            await().atMost(PATIENCE).until(() -> portal.admin().failures(user) == LIMIT - 1);
            assertThat(portal.admin().isLocked(user)).isFalse();
            var many = tabs(user.username(), 8);
            enter(many, WrongPasswords.ONE);
            assertThat(portal.admin().isLocked(user)).isTrue();
            assertThat(errors().stream().filter(VERIFIED_AND_WRONG::equals))
                    .as("guesses that were checked")
                    .hasSize(LIMIT);
            assertThat(portal.admin().failures(user)).isEqualTo(LIMIT);
            enter(many, user.password());
            assertThat(many).allSatisfy(one -> assertThat(one.has("password")).isTrue());
        }

        @Test
        @DisplayName("for a name that nobody has take their turns too, so that the time tells nothing")
        void unknown() throws Exception {
            var beat = Duration.ofMillis(500);
            var count = 3;
            for (var name : List.of(user.username(), Names.username())) {
                var tabs = tabs(name, count);
                var begin = Instant.now();
                enter(tabs, WrongPasswords.ONE);
                assertThat(Duration.between(begin, Instant.now()))
                        .as(name)
                        .isGreaterThanOrEqualTo(beat.multipliedBy(count));
            }
        }

        private List<PlainTab> tabs(String username, int count) {
            var tabs = new ArrayList<PlainTab>();
            for (var i = 0; i < count; i++) {
                var one = PlainTab.fresh();
                one.open(application.begin().url()).username(username);
                tabs.add(one);
            }
            return tabs;
        }

        private void enter(List<PlainTab> tabs, String password) throws Exception {
            together(tabs.stream()
                    .map(one -> (Callable<PlainTab>) () -> (PlainTab) one.password(password))
                    .toList());
        }

        @Test
        @DisplayName("by a second click of an honest user lock nobody")
        void secondClick() {
            portal.admin().changeRealm(before);
            ask(user.username());
            var page = tab.page();
            page.fill("password", WrongPasswords.ONE).press("kc-login");
            page.press("kc-login");
            assertThat(portal.admin().failures(user)).isLessThanOrEqualTo(1);
            assertThat(portal.admin().isLocked(user)).isFalse();
        }

        @Test
        @DisplayName("are not seen in a double click with the right one, which lets in")
        void doubleClick() throws Exception {
            portal.admin().changeRealm(before);
            ask(user.username());
            var page = tab.page().fill("password", user.password());
            Callable<PlainPage> click = () -> page.press("kc-login");
            var pages = together(List.of(click, click));
            assertThat(pages).anyMatch(PlainPage::hasArrived);
            assertThat(pages).noneMatch(shown -> shown.body().contains("The password is incorrect"));
            assertThat(portal.admin().failures(user)).isZero();
        }

        private <T> List<T> together(List<Callable<T>> actions) throws Exception {
            var start = new CyclicBarrier(actions.size());
            var threads = Executors.newFixedThreadPool(actions.size());
            try {
                var results = new ArrayList<T>();
                for (var result : threads.invokeAll(actions.stream()
                        .map(action -> (Callable<T>) () -> {
                            start.await();
                            return action.call();
                        })
                        .toList())) {
                    results.add(result.get());
                }
                return results;
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
