package com.micloud.signin.acceptance.password.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("At the address changepassword a user")
final class ChangePasswordIT {

    private static final String CALLBACK = OidcApplication.CALLBACK.toString();
    private static final String CHANGED = "Your password was changed";

    private static User member(Portal portal) {
        return Member.of(portal).in("password").make();
    }

    private static PlainTab open(PlainTab tab, Portal portal, String query) {
        tab.open(URI.create(portal.realm("changepassword") + query));
        return tab;
    }

    private static PlainTab openFor(PlainTab tab, Portal portal, String username) {
        open(tab, portal, "").username(username);
        return tab;
    }

    private static void changing(PlainTab tab, String current, String fresh) {
        tab.fill("password", current).newPassword(fresh);
    }

    private static Tokens signIn(PlainTab tab, OidcApplication application, User user, String password) {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        if (tab.has("password")) {
            tab.passwordAgain(password);
        }
        return application.redeem(attempt, tab);
    }

    private static OidcApplication application(Portal portal, String scope) {
        return OidcApplication.made(portal).with("scope", scope);
    }

    @Test
    @DisplayName(
            "gives the username and, on one page, the current password and the new one twice; nobody is signed in by it")
    void changes(Portal portal) {
        var user = member(portal);
        var fresh = Names.password();
        var tab = open(PlainTab.fresh(), portal, "");
        assertThat(tab.heading()).isEqualTo("Change password");
        tab.username(user.username());
        changing(tab, user.password(), fresh);
        assertThat(tab.heading()).as("%s", tab).isEqualTo(CHANGED);
        assertThat(tab.page().element("done").attr("role")).isEqualTo("status");

        assertThat(portal.admin().sessions(user)).isZero();
        var application = application(portal, "openid");
        tab.open(application.begin().url()).username(user.username());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        tab.password(user.password());
        assertThat(tab.error()).startsWith("The password is incorrect.");
        tab.passwordAgain(fresh);
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("sees the same page after a reload, and can begin once more")
    void reload(Portal portal) {
        var user = member(portal);
        var fresh = Names.password();
        var tab = openFor(PlainTab.fresh(), portal, user.username());
        changing(tab, user.password(), fresh);
        tab.reload();
        assertThat(tab.heading()).as("%s", tab).isEqualTo(CHANGED);
        open(tab, portal, "");
        assertThat(tab.has("username")).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("goes back to the application that sent them")
    void back(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        open(tab, portal, "?client_id=" + application.clientId() + "&redirect_uri=" + encoded(CALLBACK))
                .username(user.username());
        changing(tab, user.password(), Names.password());
        assertThat(tab.page().element("backToApplication").attr("href")).isEqualTo(CALLBACK);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "?redirect_uri=https%3A%2F%2Fevil.example%2F",
                "?client_id=account-portal&redirect_uri=https%3A%2F%2Fevil.example%2F",
                "?client_id=account-portal&client_id=teamwork-web",
                "?client_id=nobody",
                "?client_id=",
                "?client_id=account-portal&redirect_uri=",
                "?client_id=account-portal&redirect_uri=javascript%3Aalert(1)",
                "?login_hint=a&login_hint=b",
            })
    @DisplayName("who was sent there with parameters that mean nothing is told so, and sent nowhere")
    void refused(String query, Portal portal) {
        var tab = open(PlainTab.fresh(), portal, query);
        assertThat(tab.page().status()).isEqualTo(400);
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.page().document().html()).doesNotContain("evil.example").doesNotContain("javascript:alert");
    }

    @Test
    @DisplayName("who is signed in need not give the username, and stays signed in here only")
    void signedIn(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var elsewhere = signIn(PlainTab.fresh(), application, user, user.password());
        var tab = PlainTab.fresh();
        var here = signIn(tab, application, user, user.password());
        open(tab.another(), portal, "");
        var change = open(tab.another(), portal, "");
        assertThat(change.page().element("kc-attempted-username").text()).isEqualTo(user.username());
        changing(change, user.password(), Names.password());
        assertThat(change.heading()).as("%s", change).isEqualTo(CHANGED);

        assertThat(application.refresh(here)).isInstanceOf(TokenAnswer.Given.class);
        assertThat(application.refresh(elsewhere).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("who is signed in can change the password of another username, and stays signed in")
    void another(Portal portal) {
        var user = member(portal);
        var other = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        var here = signIn(tab, application, user, user.password());
        var change = open(tab.another(), portal, "");
        change.press("not-you");
        assertThat(change.has("username")).as("%s", change).isTrue();
        change.username(other.username());
        changing(change, other.password(), Names.password());
        assertThat(change.heading()).as("%s", change).isEqualTo(CHANGED);
        assertThat(application.refresh(here)).isInstanceOf(TokenAnswer.Given.class);
    }

    @Test
    @DisplayName("ends the long sessions, too")
    void longSessions(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid offline_access");
        var longTokens = signIn(PlainTab.fresh(), application, user, user.password());
        changing(openFor(PlainTab.fresh(), portal, user.username()), user.password(), Names.password());
        assertThat(application.refresh(longTokens).error()).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("who gives a wrong current password is counted, and may try again")
    void wrong(Portal portal) {
        var user = member(portal);
        var tab = openFor(PlainTab.fresh(), portal, user.username());
        changing(tab, "Wrong-Pass1", Names.password());
        assertThat(tab.error()).startsWith("The password is incorrect.");
        assertThat(tab.page().element("password").attr("aria-invalid")).isEqualTo("true");
        await().until(() -> portal.admin().failures(user) == 1);
        assertThat(portal.events().of(user)).anySatisfy(event -> {
            assertThat(event.type()).isEqualTo("UPDATE_CREDENTIAL_ERROR");
            assertThat(event.error()).isEqualTo("invalid_user_credentials");
        });
        changing(tab, user.password(), Names.password());
        assertThat(tab.heading()).as("%s", tab).isEqualTo(CHANGED);
        await().until(() -> portal.admin().failures(user) == 0);
    }

    @Test
    @DisplayName("who is unknown sees what a wrong password sees, in the same bytes")
    void unknown(Portal portal) {
        var user = member(portal);
        var nobody = "nobody" + user.username();
        var known = openFor(PlainTab.fresh(), portal, user.username());
        var unknown = openFor(PlainTab.fresh(), portal, nobody);
        assertThat(plain(unknown, nobody)).isEqualTo(plain(known, user.username()));
        changing(known, "Wrong-Pass1", "Other-Pass1");
        changing(unknown, "Wrong-Pass1", "Other-Pass1");
        assertThat(unknown.page().status()).isEqualTo(known.page().status());
        assertThat(plain(unknown, nobody)).isEqualTo(plain(known, user.username()));
    }

    private static String plain(PlainTab tab, String username) {
        var page = tab.page().document().clone();
        page.select("link, script").remove();
        page.select("[action]").removeAttr("action");
        page.select("[href]").removeAttr("href");
        page.select("#kc-locale [name=tab_id]").removeAttr("value");
        return page.html().replace(username, "somebody");
    }

    @Test
    @DisplayName("with everything wrong is told everything at once")
    void everything(Portal portal) {
        var user = member(portal);
        var tab = openFor(PlainTab.fresh(), portal, user.username());
        tab.fill("password", "")
                .fill("password-new", "abc")
                .fill("password-confirm", "abd")
                .press("kc-submit");
        for (var field : new String[] {"password", "password-new", "password-confirm"}) {
            assertThat(tab.page().element(field).attr("aria-invalid")).as(field).isEqualTo("true");
        }
        assertThat(tab.page().document().text()).contains("Use 8 to 16 characters.", "at least one digit");
    }

    @Test
    @DisplayName("must not learn by the rules what the current password is")
    void noOracle(Portal portal) {
        var user = member(portal);
        var tab = openFor(PlainTab.fresh(), portal, user.username());
        changing(tab, "Wrong-Pass1", user.password());
        assertThat(tab.page().element("password-new").hasAttr("aria-invalid"))
                .as("%s", tab)
                .isFalse();
    }

    @Test
    @DisplayName("who is signed in by an organization only is told where the password lives")
    void elsewhere(Portal portal) {
        try (var customer = Customer.withOidc(portal)) {
            var tab = openFor(PlainTab.fresh(), portal, customer.member().username());
            assertThat(tab.heading()).as("%s", tab).isEqualTo("Your organization keeps your password");
            assertThat(tab.has("password")).isFalse();
            tab.press("not-you");
            assertThat(tab.has("username")).as("%s", tab).isTrue();
        }
    }

    @Test
    @DisplayName("cannot sneak from there to a provider and be signed in by it")
    void noWayRound(Portal portal) {
        try (var customer = Customer.withOidc(portal)) {
            portal.admin().setAttribute(customer.account(), "micloud.signInPolicy", "sso-preferred");
            var application = application(portal, "openid");
            var attempt = application.begin();
            var linked = PlainTab.fresh();
            linked.open(attempt.url()).username(customer.member().username()).press("sso");
            application.redeem(attempt, linked);
            portal.admin().endBrowserSessions(customer.member());
            var tab = openFor(PlainTab.fresh(), portal, customer.member().username());
            var action = tab.page().actionOf("kc-submit").getRawQuery();
            tab.open(URI.create(portal.realm("broker/" + customer.provider().alias() + "/login") + "?" + action));
            assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
            assertThat(tab.error()).startsWith("This sign-in did not begin here.");
            assertThat(portal.admin().sessions(customer.member())).isZero();
        }
    }

    @Test
    @DisplayName("whose user is switched off is told so once the password is right")
    void switchedOff(Portal portal) {
        var user = member(portal);
        portal.admin().enable(user, false);
        var tab = openFor(PlainTab.fresh(), portal, user.username());
        changing(tab, "Wrong-Pass1", Names.password());
        assertThat(tab.error()).startsWith("The password is incorrect.");
        changing(tab, user.password(), Names.password());
        assertThat(tab.page().status()).isEqualTo(403);
        assertThat(tab.error()).startsWith("Your MiCloud user is switched off.");
    }

    @Test
    @DisplayName("finds the username filled in that the application named")
    void hint(Portal portal) {
        var user = member(portal);
        var tab = open(PlainTab.fresh(), portal, "?login_hint=" + encoded(user.username()));
        assertThat(tab.has("password-new")).as("%s", tab).isTrue();
        assertThat(tab.press("not-you").value("username")).isEqualTo(user.username());
    }

    @Test
    @DisplayName("reads the page in the language that was asked for")
    void language(Portal portal) {
        assertThat(open(PlainTab.fresh(), portal, "?ui_locales=de").heading()).isEqualTo("Passwort ändern");
        assertThat(open(PlainTab.fresh(), portal, "?kc_locale=fr").heading()).isEqualTo("Changer le mot de passe");
    }

    @Test
    @DisplayName("does not disturb a sign-in in another tab")
    void otherTab(Portal portal) {
        var user = member(portal);
        var application = application(portal, "openid");
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        tab.open(attempt.url());
        open(tab.another(), portal, "");
        tab.username(user.username()).password(user.password());
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("of a realm without the portal finds nothing")
    void otherRealm(Portal portal) {
        var tab = PlainTab.fresh();
        tab.open(URI.create(portal.server() + "/realms/master/changepassword"));
        assertThat(tab.page().status()).isEqualTo(404);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
