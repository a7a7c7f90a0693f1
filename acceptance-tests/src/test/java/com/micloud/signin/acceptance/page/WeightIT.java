package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import com.micloud.signin.acceptance.harness.real.Makeup;
import com.micloud.signin.acceptance.harness.real.Paint;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Traffic;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What pages cost those who have never been here, and those who have: counted by a browser, so the same on every machine. */
@AcceptanceTest
@DisplayName("Each page is light")
final class WeightIT {
    private static final long KILOBYTE = 1024;

    /** What pages with a new password load when somebody is about to type one. */
    private static final String STRENGTH = ".*/js/(password|strength|words)\\.[0-9a-f]{8}\\.js";

    private final List<StandInOidcProvider> providers = new ArrayList<>();

    /** A page: how to get ready for it, and what brings it. */
    enum Shown {
        USERNAME(visitor -> {}, Visitor::open),
        USERNAME_MISSING(Visitor::open, visitor -> visitor.press("kc-login")),
        PASSWORD(Visitor::enterUsername, visitor -> visitor.press("kc-login")),
        PASSWORD_WRONG(
                visitor -> visitor.atThePassword().fill("password", "Wrong-one1"),
                visitor -> visitor.press("kc-login")),
        /** Has two forms, each with the application's address. */
        PASSWORD_OR_PROVIDER(
                6,
                12,
                visitor -> visitor.members(1, "sso-optional", 1).enterUsername(),
                visitor -> visitor.press("kc-login")),
        SEVERAL_PROVIDERS(
                visitor -> visitor.members(1, "sso-required", 2).enterUsername(), visitor -> visitor.press("kc-login")),
        ACCOUNTS(visitor -> visitor.members(3, "password", 0).enterUsername(), visitor -> visitor.press("kc-login")),
        REFUSED(
                visitor -> visitor.open()
                        .fill("username", visitor.stranger.username())
                        .press("kc-login")
                        .fill("password", visitor.stranger.password()),
                visitor -> visitor.press("kc-login")),
        FORGOTTEN_PASSWORD(Visitor::atThePassword, visitor -> visitor.press("forgot-password")),
        RESET_CODE(visitor -> visitor.atThePassword().press("forgot-password"), visitor -> visitor.press("kc-login")),
        CHANGE_PASSWORD(
                visitor -> visitor.visit(visitor.portal.realm("changepassword")),
                visitor -> visitor.visit(visitor.tab.address())),
        /** Has the rules for passwords, in words and in patterns. */
        PASSWORD_EXPIRED(
                7,
                13,
                visitor -> visitor.open()
                        .fill("username", "zoe@expired.example")
                        .press("kc-login")
                        .fill("password", "Zoe!Pass12")
                        .press("kc-login"),
                visitor -> visitor.visit(visitor.tab.address())),
        UNKNOWN_APPLICATION(
                visitor -> {},
                visitor -> visitor.visit(OidcApplication.unknown(visitor.portal, "nobody")
                        .begin()
                        .url())),
        UNKNOWN_ADDRESS(visitor -> {}, visitor -> visitor.visit(visitor.portal.realm("nothing-here"))),
        LOG_OUT(visitor -> {}, visitor -> visitor.visit(visitor.portal.oidc("logout")));

        @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
        private final Consumer<Visitor> prepare;

        @SuppressWarnings("ImmutableEnumChecker") // A lambda that holds nothing.
        private final Consumer<Visitor> arrive;

        private final int page;
        private final int firstVisit;

        Shown(Consumer<Visitor> prepare, Consumer<Visitor> arrive) {
            this(5, 12, prepare, arrive);
        }

        /** One that may be heavier, in kilobytes. */
        Shown(int page, int firstVisit, Consumer<Visitor> prepare, Consumer<Visitor> arrive) {
            this.page = page;
            this.firstVisit = firstVisit;
            this.prepare = prepare;
            this.arrive = arrive;
        }
    }

    /** Somebody with a browser of their own. */
    private final class Visitor {
        private final Portal portal;
        private final RealTab tab;
        private final OidcApplication application;
        private final User user;
        private final User stranger;
        private int joined;

        private Visitor(Portal portal, RealTab tab) {
            this.portal = portal;
            this.tab = tab;
            application = OidcApplication.made(portal);
            user = portal.admin().user();
            stranger = portal.admin().user();
        }

        /** Makes the user a member of accounts with providers, unless that was done before. */
        private Visitor members(int accounts, String policy, int count) {
            for (; joined < accounts; joined++) {
                var account = portal.admin().account(policy);
                portal.admin().join(user, account);
                for (var i = 0; i < count; i++) {
                    var provider = new StandInOidcProvider();
                    providers.add(provider);
                    portal.admin().provider(account, provider.representation());
                }
            }
            return this;
        }

        private Visitor visit(URI address) {
            tab.open(address);
            return this;
        }

        private Visitor open() {
            return visit(application.begin().url());
        }

        private Visitor fill(String id, String value) {
            tab.fill(id, value);
            return this;
        }

        private Visitor press(String id) {
            tab.press(id);
            return this;
        }

        private Visitor enterUsername() {
            return open().fill("username", user.username());
        }

        private Visitor atThePassword() {
            return members(1, "password", 0).enterUsername().press("kc-login");
        }
    }

    @AfterEach
    void close() {
        providers.forEach(StandInOidcProvider::close);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName(
            "at most 5 requests and 12 KB at first, then 1 request and 5 KB, and nothing that holds it up or moves")
    void weight(Shown shown, Portal portal, RealBrowser browser) {
        var tab = browser.tab();
        var visitor = new Visitor(portal, tab);
        var traffic = Traffic.of(tab.page());

        shown.prepare.accept(visitor);
        traffic.emptyCache();
        arrive(shown, visitor, traffic);
        var makeup = Makeup.of(tab.page());
        var files = traffic.exchanges();
        var later =
                files.stream().filter(file -> file.address().matches(STRENGTH)).toList();
        var first = files.stream().filter(file -> !later.contains(file)).toList();
        assertThat(first).as("files of a first visit").hasSizeLessThanOrEqualTo(5);
        assertThat(bytes(first)).as("bytes of a first visit").isLessThanOrEqualTo(shown.firstVisit * KILOBYTE);
        assertThat(bytes(later)).as("bytes of the strength of new passwords").isLessThanOrEqualTo(11 * KILOBYTE);
        assertThat(files).as("all from the portal").allSatisfy(file -> assertThat(file.address())
                .startsWith(portal.server() + "/"));
        assertThat(makeup.blocking())
                .as("files that hold up drawing")
                .hasSize(1)
                .allMatch(file -> file.endsWith(".css"));
        assertThat(makeup.inlineScripts()).as("inline scripts").isEmpty();
        assertThat(makeup.handlers()).as("event handlers in attributes").isEmpty();
        assertThat(makeup.styles()).as("inline styles").isEmpty();
        assertThat(Paint.of(tab.page()).shift()).as("layout shift").isZero();

        tab.page().context().clearCookies();
        shown.prepare.accept(visitor);
        arrive(shown, visitor, traffic);
        assertThat(traffic.exchanges()).as("files of the next visit").hasSize(1);
        assertThat(withoutKeycloaksLine(traffic, tab))
                .as("bytes of the page")
                .isLessThanOrEqualTo(shown.page * KILOBYTE);
    }

    private static void arrive(Shown shown, Visitor visitor, Traffic traffic) {
        traffic.begin();
        shown.arrive.accept(visitor);
        visitor.tab.page().waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** In an answer to a form Keycloak puts a line of its own, with the page's address in it. */
    private static long withoutKeycloaksLine(Traffic traffic, RealTab tab) {
        return traffic.content()
                - (Integer) tab.page()
                        .evaluate("() => [...document.scripts]"
                                + ".filter((script) => /^\\s*if \\(typeof history/.test(script.text))"
                                + ".reduce((sum, script) => sum + script.outerHTML.length, 0)");
    }

    private static long bytes(List<Traffic.Exchange> files) {
        return files.stream().mapToLong(Traffic.Exchange::wire).sum();
    }
}
