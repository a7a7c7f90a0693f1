package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.people.WrongPasswords;
import com.micloud.signin.acceptance.harness.plain.Outside;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.portal.WithRealHash;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@WithRealHash
@DisplayName("A stranger who tries usernames")
final class StrangersIT {
    /** Answers to a username take a multiple of this, and are measured from outside. */
    private static final Duration BEAT = Duration.ofMillis(50);

    /** Whose username it is that a stranger types; each makes somebody new and says the name. */
    enum Typed {
        KNOWN {
            @Override
            String in(Portal portal) {
                var user = Member.of(portal).in("password").make();
                return user.username();
            }
        },
        UNKNOWN {
            @Override
            String in(Portal portal) {
                return Names.username();
            }
        },
        KNOWN_IN_CAPITALS {
            @Override
            String in(Portal portal) {
                return KNOWN.in(portal).toUpperCase(Locale.ROOT);
            }
        },
        SWITCHED_OFF {
            @Override
            String in(Portal portal) {
                var admin = portal.admin();
                var user = Member.of(portal).in("password").make();
                admin.enable(user, false);
                return user.username();
            }
        },
        LOCKED {
            @Override
            String in(Portal portal) {
                var user = Member.of(portal).in("password").make();
                WrongPasswords.lock(portal, user);
                return user.username();
            }
        },
        WITHOUT_PASSWORD {
            @Override
            String in(Portal portal) {
                var user = Member.of(portal).withoutPassword().in("password").make();
                return user.username();
            }
        },
        WITHOUT_ACCOUNT {
            @Override
            String in(Portal portal) {
                return portal.admin().user().username();
            }
        },
        WITH_AN_ACCOUNT_THAT_IS_SWITCHED_OFF {
            @Override
            String in(Portal portal) {
                var admin = portal.admin();
                var user = Member.of(portal).in("password").make();
                admin.enable(user.account(), false);
                return user.username();
            }
        },
        WITH_AN_ACCOUNT_WHOSE_PROVIDER_IS_GONE {
            @Override
            String in(Portal portal) {
                var user = Member.of(portal).in("sso-optional").make();
                return user.username();
            }
        },
        ONCE_THE_NAME_AND_STILL_THE_ADDRESS_OF_SOMEBODY {
            @Override
            String in(Portal portal) {
                var admin = portal.admin();
                var user = Member.of(portal).in("password").make();
                admin.rename(user, Names.username());
                return user.username();
            }
        },
        DELETED {
            @Override
            String in(Portal portal) {
                var admin = portal.admin();
                var user = Member.of(portal).in("password").make();
                admin.delete(user);
                return user.username();
            }
        };

        abstract String in(Portal portal);
    }

    private static Map<String, String> way(OidcApplication application, String username) {
        var tab = PlainTab.fresh();
        var seen = new Outside(tab, username)
                .step(
                        "an application's request",
                        () -> tab.open(application.begin().url()))
                .step("the username", () -> tab.username(username))
                .step("a reload", tab::reload)
                .step("an empty password", () -> tab.password(""))
                .step("a wrong password", () -> tab.password(WrongPasswords.ONE))
                .step("another wrong password", () -> tab.password(WrongPasswords.ONE))
                .step("another language", () -> tab.open(inJapanese(tab)))
                .step("a wrong password in it", () -> tab.password(WrongPasswords.ONE))
                .step("the forgotten password", () -> tab.press("forgot-password"))
                .step("a mail for it", () -> tab.username(username))
                .step("a code", () -> tab.fill("code", "123456").press("kc-login"))
                .step("another code", () -> tab.fill("code", "654321").press("kc-login"))
                .step("half a code", () -> tab.fill("code", "12").press("kc-login"))
                .step("another mail", () -> tab.press("send-again"))
                .step("another username", () -> tab.press("not-you"));
        var hinting = application.with("login_hint", username);
        var hinted = PlainTab.fresh();
        var silent = PlainTab.fresh();
        return merged(
                seen.steps(),
                new Outside(hinted, username)
                        .step(
                                "the username as a hint",
                                () -> hinted.open(hinting.begin().url()))
                        .steps(),
                new Outside(silent, username)
                        .step(
                                "the username as a hint where no page may be shown",
                                () -> silent.open(
                                        hinting.with("prompt", "none").begin().url()))
                        .steps());
    }

    @SafeVarargs
    private static Map<String, String> merged(Map<String, String> first, Map<String, String>... more) {
        for (var other : more) {
            first.putAll(other);
        }
        return first;
    }

    private static URI inJapanese(PlainTab tab) {
        return tab.page().inLanguage("ja");
    }

    private static URI withLogOut(PlainTab tab) {
        return URI.create(
                tab.page().element("not-you").absUrl("href").replace("skip_logout=true", "skip_logout=false"));
    }

    private static void assertSame(Map<String, String> stranger, Map<String, String> known) {
        SoftAssertions.assertSoftly(softly -> known.forEach(
                (step, seen) -> softly.assertThat(stranger.get(step)).as(step).isEqualTo(seen)));
    }

    @Nested
    @DisplayName("sees the same status, headers, cookies, addresses and bytes at every step as for a known username")
    final class SameBytes {
        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("in an application as it usually is")
        void usual(Typed typed, Portal portal) {
            compare(typed, portal, Map.of());
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(names = {"UNKNOWN", "WITHOUT_ACCOUNT"})
        @DisplayName("in one that asks for the account after the password")
        void after(Typed typed, Portal portal) {
            compare(typed, portal, Map.of("micloud.accountSelection", "after"));
        }

        @Test
        @DisplayName("when a stranger who has a login starts over, by hand, the sign-in of somebody else")
        void startingOver(Portal portal) {
            var stranger = Member.of(portal).in("password").make();
            var application = OidcApplication.made(portal);
            assertSame(
                    startingOver(application, Typed.UNKNOWN.in(portal), stranger),
                    startingOver(application, Typed.KNOWN.in(portal), stranger));
        }

        /** Keycloak puts its notes of a sign-in into a cookie there, encrypted: the length is all one sees. */
        private Map<String, String> startingOver(OidcApplication application, String username, User stranger) {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(username);
            tab.another()
                    .open(application.begin().url())
                    .username(stranger.username())
                    .password(stranger.password())
                    .arrival();
            var seen = new Outside(tab, username)
                    .step("starting over", () -> tab.open(withLogOut(tab)))
                    .steps();
            assertThat(seen.get("starting over")).contains("KC_RESTART=<");
            return seen;
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource(names = {"UNKNOWN", "WITHOUT_ACCOUNT", "SWITCHED_OFF"})
        @DisplayName(
                "when a stranger who works for a customer leads the sign-in of somebody else to that one's provider")
        void foreignProvider(Typed typed, Portal portal) {
            var admin = portal.admin();
            try (var provider = new StandInOidcProvider()) {
                var colleague = Member.of(portal).in("sso-required", provider).make();
                admin.link(colleague, provider.alias(), "linked", colleague.username());
                var application = OidcApplication.made(portal);
                assertSame(
                        throughForeignProvider(portal, application, typed.in(portal), provider, colleague),
                        throughForeignProvider(portal, application, Typed.KNOWN.in(portal), provider, colleague));
            }
        }

        private Map<String, String> throughForeignProvider(
                Portal portal,
                OidcApplication application,
                String username,
                StandInOidcProvider provider,
                User colleague) {
            var tab = PlainTab.fresh();
            var outside = new Outside(tab, username);
            provider.recovered();
            provider.signsIn("new", "new@" + colleague.username());
            tab.open(application.begin().url()).username(username);
            outside.step("as somebody the portal does not know", () -> tab.open(login(portal, provider, tab)));
            provider.signsIn("linked", colleague.username());
            tab.open(application.begin().url()).username(username);
            outside.step("as somebody the portal knows", () -> tab.open(login(portal, provider, tab)));
            provider.refusing("access_denied");
            tab.open(application.begin().url()).username(username);
            outside.step("as nobody", () -> tab.open(login(portal, provider, tab)));
            return outside.steps();
        }

        private URI login(Portal portal, StandInOidcProvider provider, PlainTab tab) {
            var parameters = tab.page().parametersOf("kc-login");
            parameters.remove("execution");
            return URI.create(
                    portal.realm("broker/" + provider.alias() + "/login") + "?" + Parameters.encode(parameters));
        }

        private void compare(Typed typed, Portal portal, Map<String, String> switches) {
            var application = OidcApplication.made(portal, switches);
            assertSame(way(application, typed.in(portal)), way(application, Typed.KNOWN.in(portal)));
        }
    }

    @Test
    @DisplayName("finds a provider by guessing its alias, which Keycloak gives away: it must not be a customer's name")
    void aliases(Portal portal) {
        try (var provider = new StandInOidcProvider()) {
            Company.of(portal, "sso-required").with(provider).make();
            var there = new PlainBrowser().open(portal.realm("broker/" + provider.alias() + "/endpoint"));
            var notThere = new PlainBrowser().open(portal.realm("broker/oidc-" + Names.word() + "/endpoint"));
            assertThat(there.status()).isEqualTo(400);
            assertThat(notThere.status()).isEqualTo(404);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"KNOWN", "UNKNOWN", "SWITCHED_OFF", "WITHOUT_ACCOUNT"})
    @DisplayName("waits for the same beat, whatever it took to find the username")
    void pace(Typed typed, Portal portal) {
        var username = typed.in(portal);
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(username);
        assertThat(lastTime(tab)).isGreaterThanOrEqualTo(BEAT);
        var hinted = PlainTab.fresh();
        hinted.open(application.with("login_hint", username).begin().url());
        assertThat(lastTime(hinted)).isGreaterThanOrEqualTo(BEAT);
    }

    private static Duration lastTime(PlainTab tab) {
        var times = tab.browser().times();
        return times.get(times.size() - 1);
    }

    @Nested
    @DisplayName("where the realm says that accounts are typed")
    final class TypedAccounts {
        private static final String DISCLOSURE = "micloud.accountDisclosure";

        private Portal portal;
        private OidcApplication application;
        private Account first;
        private Account second;

        @BeforeEach
        void disclose(Portal portal) {
            this.portal = portal;
            disclosure("typed");
            application = OidcApplication.made(portal);
            first = portal.admin().account("password", Names.word());
            second = portal.admin().account("password", Names.word());
        }

        @AfterEach
        void listAgain() {
            disclosure("listed");
        }

        private void disclosure(String word) {
            portal.admin().changeRealm(realm -> realm.withObject("/attributes").put(DISCLOSURE, word));
        }

        private User memberOf(Account... accounts) {
            return Member.of(portal).in(accounts).make();
        }

        @Test
        @DisplayName("sees no account of a username, and its owner chooses one by number")
        void nothingListed() {
            var user = memberOf(first, second);
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(user.username());
            assertThat(tab.page().body())
                    .doesNotContain(first.number(), second.number(), first.name(), second.name())
                    .doesNotContain(first.label(), second.label());
            tab.typeAccount(second.number()).password(user.password()).arrival();
        }

        @Test
        @DisplayName("learns nothing from numbers and labels, be they somebody else's or nobody's")
        void othersAccounts() {
            var other = portal.admin().account("password", Names.word());
            memberOf(other);
            var user = memberOf(first, second);
            var nobodys = typing(user, Names.accountNumber(), Names.word());
            assertSame(typing(user, other.number(), other.label()), nobodys);
        }

        @Test
        @DisplayName("learns nothing of an account's name by sending parts of it with the number")
        void partsOfNames() {
            var user = memberOf(first, second);
            assertThat(trying(user, first.name().substring(1))).isEqualTo(trying(user, Names.word()));
        }

        private String trying(User user, String part) {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(user.username());
            tab.show(tab.browser()
                    .post(
                            tab.page().actionOf("kc-login"),
                            Map.of("account", first.number(), "accountIdentifier", part)));
            return tab.error();
        }

        private Map<String, String> typing(User user, String number, String label) {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(user.username());
            var asNumber = new Outside(tab, number).step("the number", () -> tab.typeAccount(number));
            var asLabel = new Outside(tab, label).step("the label", () -> tab.typeAccount(label));
            var inList = new Outside(tab, number)
                    .step(
                            "the number as if it had been listed",
                            () -> tab.show(
                                    tab.browser().post(tab.page().actionOf("kc-login"), Map.of("account", number))));
            return merged(asNumber.steps(), asLabel.steps(), inList.steps());
        }

        /** Whose username it is, of several accounts each. */
        enum Of {
            MORE_ACCOUNTS,
            ANOTHER_POLICY,
            ACCOUNTS_OF_WHICH_ONE_IS_SWITCHED_OFF,
            SOMEBODY_SWITCHED_OFF,
            SOMEBODY_LOCKED
        }

        @ParameterizedTest(name = "{0}")
        @EnumSource
        @DisplayName("cannot tell usernames of several accounts from one another")
        void several(Of of) {
            var known = memberOf(first, second);
            assertSame(wayOf(make(of).username()), wayOf(known.username()));
        }

        private User make(Of of) {
            var admin = portal.admin();
            var user = memberOf(first);
            switch (of) {
                case MORE_ACCOUNTS -> admin.join(user, second, admin.account("password"), admin.account("password"));
                case ANOTHER_POLICY -> admin.join(user, admin.account("sso-required"), admin.account("misspelt"));
                case ACCOUNTS_OF_WHICH_ONE_IS_SWITCHED_OFF -> {
                    var off = admin.account("password");
                    admin.join(user, second, off);
                    admin.enable(off, false);
                }
                case SOMEBODY_SWITCHED_OFF -> {
                    admin.join(user, second);
                    admin.enable(user, false);
                }
                case SOMEBODY_LOCKED -> {
                    WrongPasswords.lock(portal, user);
                    admin.join(user, second);
                }
            }
            return user;
        }

        /** What wrong numbers of a username come to. */
        @Nested
        @DisplayName("and who guesses at the accounts of a username")
        final class Guessing {
            private static final int MOST = 10;
            private static final String UNKNOWN = "We could not match that Account Number/Partner Label";

            private User user;
            private PlainTab tab;

            @BeforeEach
            void begin() {
                user = memberOf(first, second);
                tab = PlainTab.fresh();
            }

            private PlainTab ask(PlainTab in, User whose) {
                in.open(application.begin().url()).username(whose.username());
                return in;
            }

            private void guess(PlainTab in, int times) {
                for (var time = 0; time < times; time++) {
                    in.typeAccount(Names.accountNumber());
                    assertThat(in.error()).as("%s", in).startsWith(UNKNOWN);
                }
            }

            private void assertRefused(PlainTab in) {
                assertThat(in.page().status()).as("%s", in).isEqualTo(403);
                assertThat(in.page().element("error").attr("data-refusal")).isEqualTo("too_many_tries");
                assertThat(in.error()).contains("Ask an Authorized Contact for your phone system");
                assertThat(portal.events().lastOf(user).detail("micloud_refusal"))
                        .isEqualTo("too_many_tries");
            }

            @Test
            @DisplayName("ends after ten wrong ones, also in another browser, and with the right one too")
            void ten() {
                guess(ask(tab, user), MOST);
                tab.typeAccount(first.number());
                assertRefused(tab);
                var fresh = PlainTab.fresh();
                ask(fresh, user);
                assertRefused(fresh);
            }

            @Test
            @DisplayName("ends after ten that were guessed in the browsers of several people")
            void severalBrowsers() {
                var other = ask(PlainTab.fresh(), user);
                guess(ask(tab, user), MOST - 1);
                guess(ask(PlainTab.fresh(), user), 1);
                other.typeAccount(first.label());
                assertRefused(other);
            }

            @Test
            @DisplayName("ends after ten in one sign-in, whoever was named in it; in another one these are not stopped")
            void oneSignIn() {
                var another = memberOf(first, second);
                guess(ask(tab, another), MOST / 2);
                tab.press("not-you");
                tab.username(user.username());
                guess(tab, MOST / 2);
                tab.typeAccount(first.number());
                assertRefused(tab);
                tab.press("try-again");
                tab.username(user.username());
                assertRefused(tab);
                ask(PlainTab.fresh(), user)
                        .typeAccount(first.number())
                        .password(user.password())
                        .arrival();
            }

            @Test
            @DisplayName("is not stopped by right ones, nor by an empty field")
            void rightOnes() {
                guess(ask(tab, user), MOST - 1);
                tab.typeAccount("");
                for (var time = 0; time < 2; time++) {
                    var fresh = PlainTab.fresh();
                    ask(fresh, user).typeAccount(first.label());
                    assertThat(fresh.has("password")).as("%s", fresh).isTrue();
                }
                tab.typeAccount(second.number()).password(user.password()).arrival();
            }

            @Test
            @DisplayName("does not stop the owner, who has proved who it is and picks from the list")
            void owner() {
                guess(ask(tab, user), MOST);
                var later = OidcApplication.made(portal, Map.of("micloud.accountSelection", "after"));
                var own = PlainTab.fresh();
                own.open(later.begin().url()).username(user.username()).password(user.password());
                own.pickAccount(second.number()).arrival();
                own.open(application.begin().url()).username(user.username());
                own.pickAccount(first.number()).arrival();
            }

            @Test
            @DisplayName("by hints of applications learns no more than by typing")
            void hints() {
                for (var time = 0; time < MOST; time++) {
                    var hinted = PlainTab.fresh();
                    hinted.open(hinting(Names.accountNumber()));
                    assertThat(hinted.has("accountIdentifier")).as("%s", hinted).isEqualTo(time < MOST - 1);
                }
                tab.open(hinting(first.number()));
                assertRefused(tab);
            }

            private URI hinting(String account) {
                return application
                        .with("login_hint", user.username())
                        .with("account_hint", account)
                        .begin()
                        .url();
            }

            @Test
            @DisplayName("is not counted where accounts are listed anyway")
            void listed() {
                disclosure("listed");
                guess(ask(tab, user), MOST + 1);
                tab.typeAccount(first.number()).password(user.password()).arrival();
            }
        }

        private Map<String, String> wayOf(String username) {
            var tab = PlainTab.fresh();
            return new Outside(tab, username)
                    .step("the username", () -> tab.open(application.begin().url())
                            .username(username))
                    .step("no account", () -> tab.press("kc-login"))
                    .step("a wrong account", () -> tab.typeAccount("9999999999"))
                    .step("an account of theirs", () -> tab.typeAccount(first.number()))
                    .step("a wrong password", () -> tab.password(WrongPasswords.ONE))
                    .steps();
        }
    }
}
