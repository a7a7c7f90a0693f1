package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("Remember me")
final class RememberMeIT {
    private static final String COOKIE = "KEYCLOAK_REMEMBER_ME";

    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;
    private Map<String, JsonNode> before;

    @BeforeEach
    void switchOn(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").in("password").make();
        application = OidcApplication.made(portal);
        tab = PlainTab.fresh();
        before = portal.admin().changeRealm(Map.of("rememberMe", true));
    }

    @AfterEach
    void restore() {
        portal.admin().changeRealm(before);
    }

    private URI request() {
        return application.begin().url();
    }

    /** Enters the username, with the box ticked or not. */
    private void username(String username, boolean remember) {
        var form = tab.page().actionOf("kc-login");
        tab.post(form, remember ? Map.of("username", username, "rememberMe", "on") : Map.of("username", username));
    }

    private void signIn(boolean remember) {
        tab.open(request());
        username(user.username(), remember);
        tab.pickAccount(user.account().number()).password(user.password()).arrival();
    }

    private boolean isRemembered(User who) {
        var sessions = portal.admin().get("/users/" + who.id() + "/sessions");
        assertThat(sessions).hasSize(1);
        return sessions.get(0).get("rememberMe").asBoolean();
    }

    private boolean isTicked() {
        return tab.page().element("rememberMe").hasAttr("checked");
    }

    @Test
    @DisplayName("keeps the session over the end of the browser, and the next time fills in the username")
    void ticked() {
        tab.open(request());
        assertThat(isTicked()).isFalse();
        signIn(true);
        assertThat(isRemembered(user)).isTrue();
        tab.browser().restart();
        tab.open(request());
        assertThat(tab.value("username")).isEqualTo(user.username());
        assertThat(isTicked()).isTrue();
        tab.press("kc-login").pickAccount(user.account().number());
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
        assertThat(isRemembered(user)).isTrue();
    }

    @Test
    @DisplayName("is off where the box is left alone, and the session ends with the browser")
    void leftAlone() {
        signIn(false);
        assertThat(isRemembered(user)).isFalse();
        tab.browser().restart();
        tab.open(request());
        assertThat(tab.value("username")).isEmpty();
        username(user.username(), false);
        tab.pickAccount(user.account().number());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("is unlearned where a remembered user unticks the box: the password is asked for, and nothing is kept")
    void unticked() {
        signIn(true);
        tab.open(request());
        username(user.username(), false);
        tab.pickAccount(user.account().number());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        tab.password(user.password()).arrival();
        assertThat(isRemembered(user)).isFalse();
        assertThat(tab.browser().cookieNames()).doesNotContain(COOKIE);
    }

    @Test
    @DisplayName("leaves a session alone that another tab has begun meanwhile, where nobody touched the box")
    void anotherTab() {
        tab.open(request());
        var other = tab.another();
        other.open(request());
        username(user.username(), true);
        tab.pickAccount(user.account().number()).password(user.password()).arrival();
        tab = other;
        username(user.username(), false);
        tab.pickAccount(user.account().number());
        assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
        assertThat(isRemembered(user)).isTrue();
    }

    @Test
    @DisplayName("survives Not you? and the way to a provider and back")
    void provider() {
        try (var customer = Customer.withOidc(portal)) {
            tab.open(request());
            username(user.username(), true);
            tab.press("not-you");
            assertThat(tab.value("username")).isEmpty();
            assertThat(isTicked()).isTrue();
            tab.username(customer.member().username());
            assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
            assertThat(isRemembered(customer.member())).isTrue();
            tab.browser().restart();
            tab.open(request());
            assertThat(tab.value("username")).isEqualTo(customer.member().username());
            tab.press("kc-login");
            assertThat(tab.page().hasArrived()).as("%s", tab).isTrue();
            assertThat(customer.provider().requests()).hasSize(1);
        }
    }

    @Test
    @DisplayName("goes on where the application names the user whom the browser remembers")
    void hint() {
        signIn(true);
        portal.admin().endBrowserSessions(user);
        tab.open(application.with("login_hint", user.username()).begin().url());
        tab.pickAccount(user.account().number()).password(user.password()).arrival();
        assertThat(isRemembered(user)).isTrue();
    }

    @Test
    @DisplayName("ends where the user signs out")
    void signedOut() {
        var attempt = application.begin();
        tab.open(attempt.url());
        username(user.username(), true);
        tab.pickAccount(user.account().number()).password(user.password());
        tab.open(application.logoutUrl(application.redeem(attempt, tab)));
        assertThat(tab.browser().cookieNames()).doesNotContain(COOKIE);
        tab.open(request());
        assertThat(tab.value("username")).isEmpty();
    }

    @Test
    @DisplayName("works for SAML applications")
    void saml() {
        var site = SamlApplication.of(portal, "support-site");
        var request = site.begin();
        tab.open(request.url());
        username(user.username(), true);
        tab.pickAccount(user.account().number()).password(user.password());
        site.accept(request, tab);
        assertThat(isRemembered(user)).isTrue();
    }

    @Test
    @DisplayName("shows the page whatever the cookie says")
    void hostileCookie() {
        for (var cookie : new String[] {"%zz", "username:%zz", "username:", "username:a%0Ab", "username:%3Cb%3Ex"}) {
            tab.browser().setCookie("/realms/micloud/", COOKIE, cookie);
            tab.open(request());
            assertThat(tab.page().status()).as(cookie).isEqualTo(200);
            assertThat(tab.page().body()).as(cookie).doesNotContain("<b>x");
        }
    }

    @Test
    @DisplayName("is not offered where it is off, and does nothing that is posted all the same")
    void off() {
        portal.admin().changeRealm(Map.of("rememberMe", false));
        tab.open(request());
        assertThat(tab.has("rememberMe")).isFalse();
        signIn(true);
        assertThat(isRemembered(user)).isFalse();
        assertThat(tab.browser().cookieNames()).doesNotContain(COOKIE);
    }

    @Test
    @DisplayName("is not offered where nobody signs in")
    void changePassword() {
        tab.open(portal.realm("changepassword"));
        assertThat(tab.has("username")).isTrue();
        assertThat(tab.has("rememberMe")).isFalse();
    }
}
