package com.micloud.signin.acceptance.password.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords live for 90 days in the realm. The browser of these tests knows no JavaScript. */
@AcceptanceTest
@DisplayName("A password")
final class PasswordExpiryIT {
    private static final String EXPIRED = "Your password has expired. Set a new one to continue.";

    private static final String TOLD = "MICLOUD_EXPIRY_TOLD";

    private final Portal portal;
    private final PlainTab tab = PlainTab.fresh();
    private final String clientId;
    private OidcApplication application;
    private User user;
    private Account account;
    private Attempt attempt;

    PasswordExpiryIT(Portal portal) {
        this.portal = portal;
        clientId = portal.admin().application(Map.of());
        application = OidcApplication.of(portal, clientId);
    }

    @BeforeEach
    void member() {
        account = portal.admin().account("password");
        user = Member.of(portal).in(account).make();
    }

    @AfterEach
    void present() {
        portal.clock().reset();
    }

    private void begin(PlainTab in) {
        attempt = application.begin();
        in.open(attempt.url());
    }

    private void signIn(PlainTab in, String password) {
        begin(in);
        in.username(user.username());
        in.passwordAgain(password);
    }

    private void assertSignedIn(PlainTab in) {
        assertThat(in.page().hasArrived()).as("%s", in).isTrue();
        assertThat(AccountClaim.numberIn(application.redeem(attempt, in).idClaims()))
                .isEqualTo(account.number());
    }

    private static void set(PlainTab in, String fresh) {
        in.newPassword(fresh);
    }

    /** A provider whose tokens live longer than the portal's clock goes ahead of its own. */
    private static StandInOidcProvider patient() {
        return new StandInOidcProvider()
                .spoiling(
                        claims -> claims.expirationTime(Date.from(Instant.now().plus(Duration.ofDays(100)))));
    }

    private void assertNothingIsDemanded() {
        assertThat(portal.admin().get("/users/" + user.id()).get("requiredActions"))
                .isEmpty();
    }

    @Nested
    @DisplayName("that has expired")
    final class Expired {
        @BeforeEach
        void expire() {
            portal.clock().forward(Duration.ofDays(90).plusMinutes(1));
        }

        @Test
        @DisplayName("is changed within the sign-in, which then goes on; the page says why")
        void forced() {
            var fresh = Names.password();
            signIn(tab, user.password());
            assertThat(tab.heading()).isEqualTo("Change password");
            assertThat(tab.text("expired")).isEqualTo(EXPIRED);
            assertThat(tab.page().body()).doesNotContain("Set a new password to continue");
            assertThat(tab.has("password")).as("asks for the current one again").isFalse();
            set(tab, "short");
            assertThat(tab.error()).isNotEmpty();
            assertThat(tab.text("expired")).isEqualTo(EXPIRED);
            set(tab, fresh);
            assertSignedIn(tab);

            signIn(PlainTab.fresh(), fresh);
            var other = PlainTab.fresh();
            signIn(other, fresh);
            assertSignedIn(other);
        }

        @Test
        @DisplayName("opens nothing before it is changed, and leaves nothing behind on the user when the page is left")
        void abandoned() {
            signIn(tab, user.password());
            assertThat(tab.has("password-new")).isTrue();
            assertNothingIsDemanded();
            assertThat(portal.admin().sessions(user)).isZero();

            begin(tab);
            tab.username(user.username());
            assertThat(tab.has("password-new")).as("%s", tab).isFalse();
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            tab.passwordAgain(user.password());
            assertThat(tab.text("expired")).isEqualTo(EXPIRED);
            tab.reload();
            assertThat(tab.text("expired")).isEqualTo(EXPIRED);
            assertNothingIsDemanded();
        }

        @Test
        @DisplayName("does not open an application by the browser's session either: silently it is told so")
        void session() {
            portal.clock().reset();
            portal.clock().forward(Duration.ofDays(90).minusHours(1));
            signIn(tab, user.password());
            if (tab.has("later")) {
                tab.press("later");
            }
            assertSignedIn(tab);
            portal.clock().forward(Duration.ofHours(2));

            application = application.with("prompt", "none");
            begin(tab);
            assertThat(application.refusal(attempt, tab.arrival())).isEqualTo("interaction_required");

            application = OidcApplication.of(portal, clientId);
            begin(tab);
            tab.username(user.username());
            assertThat(tab.text("expired")).isEqualTo(EXPIRED);
            assertThat(tab.has("password")).as("asks for the current one").isTrue();
            tab.fill("password", user.password());
            set(tab, Names.password());
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("does not stand in the way of the user's provider")
        void provider() {
            try (var customer = Customer.of(portal, patient(), Map.of())) {
                portal.clock().reset();
                user = customer.member();
                account = customer.account();
                portal.admin().setAttribute(account, "micloud.signInPolicy", "sso-preferred");
                var password = Names.password();
                portal.admin().setPassword(user, password);
                portal.clock().forward(Duration.ofDays(91));

                begin(tab);
                tab.username(user.username());
                tab.press("enter-password");
                tab.passwordAgain(password);
                assertThat(tab.text("expired")).isEqualTo(EXPIRED);

                begin(tab);
                tab.username(user.username());
                tab.press("sso");
                assertSignedIn(tab);
                assertNothingIsDemanded();
            }
        }

        @Test
        @DisplayName("reads the reason in the user's language")
        void language() {
            application = application.with("ui_locales", "fr");
            signIn(tab, user.password());
            assertThat(tab.text("expired"))
                    .isEqualTo("Votre mot de passe a expiré. Définissez-en un nouveau pour continuer.");
        }
    }

    @Nested
    @DisplayName("that expires soon")
    final class Near {
        @BeforeEach
        void askEveryTime() {
            application = OidcApplication.made(portal, Map.of("micloud.reentry", "credentials"));
        }

        private void daysBefore(int days) {
            portal.clock().reset();
            portal.clock().forward(Duration.ofDays(90 - days));
        }

        private void assertTold(PlainTab in, String title) {
            assertThat(in.heading()).as("%s", in).isEqualTo(title);
            assertThat(in.text("kc-attempted-username")).isEqualTo(user.username());
            assertThat(in.has("change-now")).isTrue();
            assertThat(in.has("later")).isTrue();
        }

        @Test
        @DisplayName("opens the account without a word as long as there are more days left than the realm says")
        void before() {
            daysBefore(15);
            signIn(tab, user.password());
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("can be changed later: the user goes on, and is told again in this browser on another day only")
        void later() {
            daysBefore(14);
            signIn(tab, user.password());
            assertTold(tab, "Your password expires in 14 days");
            tab.press("later");
            assertSignedIn(tab);
            assertNothingIsDemanded();

            signIn(tab, user.password());
            assertSignedIn(tab);
            var other = PlainTab.fresh();
            signIn(other, user.password());
            assertTold(other, "Your password expires in 14 days");

            portal.clock().forward(Duration.ofDays(1));
            signIn(tab, user.password());
            assertTold(tab, "Your password expires in 13 days");
            tab.press("later");
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("is told of once a day to each of those who share a browser")
        void sharedBrowser() {
            daysBefore(10);
            signIn(tab, user.password());
            tab.press("later");
            assertSignedIn(tab);
            var first = user;
            var told = tab.browser().cookie(TOLD).orElseThrow();

            portal.clock().reset();
            member();
            var second = user;
            daysBefore(10);
            var theirs = PlainTab.fresh();
            theirs.browser().setCookie("/realms/micloud", TOLD, told);
            signIn(theirs, second.password());
            assertTold(theirs, "Your password expires in 10 days");

            var both = theirs.browser().cookie(TOLD).orElseThrow();
            for (var known : List.of(first, second)) {
                user = known;
                var again = PlainTab.fresh();
                again.browser().setCookie("/realms/micloud", TOLD, both);
                signIn(again, user.password());
                assertThat(again.page().hasArrived()).as("%s", again).isTrue();
            }
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"", "1", "a.b.c", "eyJhbGciOiJub25lIn0.eyJkYXkiOjEsInVzZXJzIjpbXX0."})
        @DisplayName("is told of whatever a browser makes up about having told it")
        void madeUpCookie(String value) {
            daysBefore(10);
            tab.browser().setCookie("/realms/micloud", TOLD, value);
            signIn(tab, user.password());
            assertTold(tab, "Your password expires in 10 days");
        }

        @Test
        @DisplayName("shows the days again after a reload, and whatever answer is made up")
        void reload() {
            daysBefore(1);
            signIn(tab, user.password());
            assertTold(tab, "Your password expires in 1 day");
            tab.reload();
            assertTold(tab, "Your password expires in 1 day");
            tab.post(tab.page().actionOf("later"), Map.of("answer", "never"));
            assertTold(tab, "Your password expires in 1 day");
            tab.press("later");
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("is still good on its last day")
        void today() {
            portal.clock().forward(Duration.ofDays(90).minusMinutes(10));
            signIn(tab, user.password());
            assertTold(tab, "Your password expires today");
            tab.press("later");
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("can be changed now, without giving it again, and the sign-in goes on")
        void changeNow() {
            var fresh = Names.password();
            daysBefore(5);
            signIn(tab, user.password());
            tab.press("change-now");
            assertThat(tab.heading()).isEqualTo("Change password");
            assertThat(tab.has("expired")).isFalse();
            assertThat(tab.has("password")).as("asks for the current one again").isFalse();
            assertNothingIsDemanded();
            set(tab, "short");
            assertThat(tab.error()).isNotEmpty();
            set(tab, fresh);
            assertSignedIn(tab);

            var other = PlainTab.fresh();
            signIn(other, fresh);
            assertSignedIn(other);
        }

        @Test
        @DisplayName("stays as it is when the user thinks better of changing it now")
        void changeAfterAll() {
            daysBefore(5);
            signIn(tab, user.password());
            tab.press("change-now").press("later");
            assertSignedIn(tab);
            assertNothingIsDemanded();
            signIn(tab, user.password());
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("keeps no page before an application that wants none, or that the browser's session opens")
        void silent() {
            daysBefore(7);
            application = OidcApplication.of(portal, clientId);
            signIn(tab, user.password());
            tab.press("later");
            assertSignedIn(tab);
            tab.browser().forgetCookie(TOLD);

            application = application.with("prompt", "none");
            begin(tab);
            assertSignedIn(tab);
            application = OidcApplication.of(portal, clientId);
            begin(tab);
            tab.username(user.username());
            assertSignedIn(tab);
        }

        @Test
        @DisplayName("is no matter when the user's provider signs in")
        void provider() {
            try (var customer = Customer.of(portal, patient(), Map.of())) {
                user = customer.member();
                account = customer.account();
                portal.admin().setAttribute(account, "micloud.signInPolicy", "sso-preferred");
                portal.admin().setPassword(user, Names.password());
                daysBefore(7);
                begin(tab);
                tab.username(user.username());
                tab.press("sso");
                assertSignedIn(tab);
            }
        }

        @Test
        @DisplayName("is told of in the user's language")
        void language() {
            daysBefore(2);
            application = application.with("ui_locales", "ar");
            signIn(tab, user.password());
            assertThat(tab.heading()).isEqualTo("تنتهي صلاحية كلمة المرور بعد يومين");
        }

        @Test
        @DisplayName("is told of as many days before as the realm says")
        void setting() {
            var before = portal.admin()
                    .get("")
                    .at("/attributes/micloud.expiryWarningDays")
                    .asText();
            portal.admin().changeRealm(realm -> realm.withObject("/attributes").put("micloud.expiryWarningDays", "3"));
            try {
                daysBefore(4);
                signIn(tab, user.password());
                assertSignedIn(tab);
                daysBefore(3);
                signIn(tab, user.password());
                assertTold(tab, "Your password expires in 3 days");
            } finally {
                portal.clock().reset();
                portal.admin()
                        .changeRealm(realm -> realm.withObject("/attributes").put("micloud.expiryWarningDays", before));
            }
        }
    }
}
