package com.micloud.signin.acceptance.password.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A user who changes the password")
final class PasswordChangeIT {
    private static final String LONG = "openid offline_access";

    private static User member(Portal portal) {
        return Member.of(portal).in("password").make();
    }

    private static OidcApplication application(Portal portal, String scope) {
        return OidcApplication.made(portal).with("scope", scope);
    }

    private static Tokens signIn(PlainTab tab, OidcApplication application, User user) {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        if (tab.has("password")) {
            tab.passwordAgain(user.password());
        }
        return application.redeem(attempt, tab);
    }

    private static PlainTab open(PlainTab tab, OidcApplication application, User user) {
        tab.open(application.with("kc_action", "UPDATE_PASSWORD").begin().url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        return tab;
    }

    private static void change(PlainTab tab, String current, String fresh) {
        if (!current.isEmpty()) {
            tab.fill("password", current);
        }
        tab.newPassword(fresh);
    }

    private static String status(PlainTab tab) {
        return Parameters.of(tab.arrival()).get("kc_action_status");
    }

    @Test
    @DisplayName("gives the current one, and goes on in this browser without being asked again")
    void goesOn(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        var before = signIn(tab, application, user);
        open(tab, application, user);
        change(tab, user.password(), Names.password());
        assertThat(status(tab)).isEqualTo("success");

        assertThat(application.refresh(before)).isInstanceOf(TokenAnswer.Given.class);
        tab.open(application.begin().url()).username(user.username());
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"openid", LONG})
    @DisplayName("ends every other session: of other browsers, and the long ones")
    void endsOthers(String scope, Portal portal) {
        var user = member(portal);
        var application = application(portal, scope);
        var elsewhere = signIn(PlainTab.fresh(), application, user);
        var tab = PlainTab.fresh();
        var here = application(portal, "openid");
        signIn(tab, here, user);
        open(tab, here, user);
        change(tab, user.password(), Names.password());
        assertThat(status(tab)).isEqualTo("success");

        assertThat(application.refresh(elsewhere).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("ends the long session that began in this very browser")
    void endsOwnLongSession(Portal portal) {
        var user = member(portal);
        var tab = PlainTab.fresh();
        var here = application(portal, "openid");
        signIn(tab, here, user);
        var application = application(portal, LONG);
        var longTokens = signIn(tab, application, user);
        open(tab, here, user);
        change(tab, user.password(), Names.password());

        assertThat(application.refresh(longTokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("with a wrong current one changes nothing, and is counted")
    void wrong(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        signIn(tab, application, user);
        open(tab, application, user);
        change(tab, "Wrong-Pass1", Names.password());
        assertThat(tab.error()).isEqualTo("The password is incorrect. Try again.");
        assertThat(tab.page().element("password").attr("aria-invalid")).isEqualTo("true");
        await().until(() -> portal.admin().failures(user) == 1);
        assertThat(portal.events().of(user)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("UPDATE_CREDENTIAL_ERROR");
            assertThat(event.error()).isEqualTo("invalid_user_credentials");
        });
        signIn(PlainTab.fresh(), application, user);
    }

    @Test
    @DisplayName("may cancel, and the application is told")
    void cancel(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        signIn(tab, application, user);
        open(tab, application, user).press("kc-cancel");
        assertThat(status(tab)).isEqualTo("cancelled");
    }

    @Test
    @DisplayName("who came by a provider gives the current one too: a provider must not come by it")
    void byProvider(Portal portal) {
        var admin = portal.admin();
        try (var customer = Customer.withOidc(portal)) {
            var user = customer.member().withPassword(Names.password());
            admin.setPassword(user, user.password());
            admin.setAttribute(customer.account(), "micloud.signInPolicy", "sso-preferred");
            var application = application(portal, "openid");
            var tab = PlainTab.fresh();
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username()).press("sso");
            application.redeem(attempt, tab);
            open(tab, application, user);
            assertThat(tab.has("password-new")).as("%s", tab).isTrue();
            var forged = Names.password();
            tab.post(
                    URI.create(tab.page().document().select("form").attr("action")),
                    Map.of("password-new", forged, "password-confirm", forged));
            assertThat(tab.error()).isEqualTo("Enter your password.");
        }
    }

    @Test
    @DisplayName("who has none and came by a provider gets none this way")
    void none(Portal portal) {
        try (var customer = Customer.withOidc(portal)) {
            var application = application(portal, "openid");
            var tab = PlainTab.fresh();
            signIn(tab, application, customer.member());
            open(tab, application, customer.member());
            assertThat(tab.heading()).as("%s", tab).isEqualTo("Your organization keeps your password");
            tab.press("kc-cancel");
            assertThat(status(tab)).isEqualTo("cancelled");
        }
    }

    @Test
    @DisplayName("who has none yet, but an account that takes one, is told how to get it")
    void first(Portal portal) {
        try (var customer = Customer.withOidc(portal)) {
            portal.admin().setAttribute(customer.account(), "micloud.signInPolicy", "sso-preferred");
            var application = application(portal, "openid");
            var tab = PlainTab.fresh();
            var attempt = application.begin();
            tab.open(attempt.url()).username(customer.member().username()).press("sso");
            application.redeem(attempt, tab);
            open(tab, application, customer.member());
            assertThat(tab.heading()).as("%s", tab).isEqualTo("You have no MiCloud password yet");
            assertThat(tab.page().element("forgot-password").attr("href")).endsWith("/forgotpassword");
            var forged = Names.password();
            tab.post(
                    URI.create(tab.page().document().select("form").attr("action")),
                    Map.of("password-new", forged, "password-confirm", forged));
            assertThat(tab.heading()).as("%s", tab).isEqualTo("You have no MiCloud password yet");
        }
    }

    @Test
    @DisplayName("because an administrator wants it gives it once, and is signed in for long")
    void demanded(Portal portal) {
        var user = member(portal);
        portal.admin().demand(user, "UPDATE_PASSWORD");
        var application = application(portal, LONG);
        var attempt = application.begin();
        var tab = PlainTab.fresh();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        assertThat(tab.has("password")).as("%s", tab).isFalse();
        change(tab, "", Names.password());
        var tokens = application.redeem(attempt, tab);
        assertThat(application.refresh(tokens)).isInstanceOf(TokenAnswer.Given.class);
    }

    @Test
    @DisplayName("or whose password an administrator changes is asked for it again in the browser that was signed in")
    void changedByAdministrator(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        signIn(tab, application, user);
        portal.admin().setPassword(user, Names.password());
        tab.open(application.begin().url()).username(user.username());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        assertThat(Parameters.of(tab.another()
                        .open(application.with("prompt", "none").begin().url())
                        .arrival()))
                .containsEntry("error", "login_required");
    }

    @Test
    @DisplayName("must not finish a sign-in in which the old one was given before it was changed elsewhere")
    void changedMeanwhile(Portal portal) {
        var user = portal.admin().user();
        portal.admin()
                .join(user, portal.admin().account("password"), portal.admin().account("password"));
        var application = OidcApplication.made(portal, Map.of("micloud.accountSelection", "after"));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(tab.has("account")).as("%s", tab).isTrue();
        portal.admin().setPassword(user, Names.password());
        tab.press("kc-login");
        var numbers = tab.page().document().select("#account option[value]");
        tab.pickAccount(numbers.last().attr("value"));
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
    }

    @Test
    @DisplayName("at an administrator's wish must do so with the password that was given, not with an older one")
    void demandedMeanwhile(Portal portal) {
        var user = member(portal);
        portal.admin().demand(user, "UPDATE_PASSWORD");
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username()).password(user.password());
        assertThat(tab.has("password-new")).as("%s", tab).isTrue();
        var meanwhile = Names.password();
        portal.admin().setPassword(user, meanwhile);
        change(tab, "", Names.password());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        assertThat(tab.error()).isEqualTo("Enter your password.");
    }
}
