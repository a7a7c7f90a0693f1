package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("A tab of forgotpassword")
final class GuardRoundIT {

    /** How somebody stopped being a member of an account whose provider they are still linked to. */
    enum ExMember {
        LEFT,
        ACCOUNT_DELETED,
        ACCOUNT_SWITCHED_OFF;

        void become(Admin admin, User user, Account account) {
            switch (this) {
                case LEFT -> admin.leave(user, account);
                case ACCOUNT_DELETED -> admin.delete(account);
                case ACCOUNT_SWITCHED_OFF -> admin.enable(account, false);
            }
        }
    }

    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private final PlainTab tab = PlainTab.wantingPages();
    private Portal portal;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal)
                .in("sso-required", provider)
                .in("password")
                .linkedTo(provider)
                .make();
        application = OidcApplication.made(portal);
    }

    private URI visit() {
        return portal.realm("forgotpassword?client_id=" + Parameters.encode(application.clientId()));
    }

    /** From the form of the tab straight to the provider, whose answer Keycloak takes in this tab. */
    private void goToProvider() {
        var query = tab.page().actionOf("kc-login").getRawQuery();
        tab.open(URI.create(portal.realm("broker/" + provider.alias() + "/login") + "?" + query));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("is no way in for somebody who was a member, though an action of theirs is pending")
    void exMember(ExMember ex) {
        portal.admin().demand(user, "UPDATE_PROFILE");
        ex.become(portal.admin(), user, user.account());
        var attack = Attack.on(portal, user);
        tab.open(visit());
        goToProvider();
        // Keycloak itself does not go to the provider of an Organization that is switched off.
        assertThat(tab.page().status()).as("%s", tab).isIn(403, 502);
        assertThat(tab.page().error()).isNotEmpty();
        assertThat(tab.has("firstName")).isFalse();
        attack.assertNobodyGotIn(tab.page());
    }

    @Test
    @DisplayName("is no way in for a member either")
    void member() {
        var attack = Attack.on(portal, user);
        tab.open(visit());
        goToProvider();
        attack.failed(tab.page(), 403, "not_started_here");
    }

    @Test
    @DisplayName("is no way in by an application that wants consent")
    void consent() {
        portal.admin().changeClient(application.clientId(), client -> client.put("consentRequired", true));
        var attack = Attack.on(portal, user);
        tab.open(visit());
        goToProvider();
        attack.failed(tab.page(), 403, "not_started_here");
    }

    @Test
    @DisplayName("stays one when it is sent to the sign-in, and nobody signs in there")
    void authenticate() {
        tab.open(visit());
        var query = tab.page().actionOf("kc-login").getRawQuery();
        tab.open(URI.create(portal.realm("login-actions/authenticate") + "?"
                + Parameters.encode(withoutCode(Parameters.of(URI.create("http://localhost/?" + query))))));
        assertThat(tab.has("password")).as("%s", tab).isFalse();
        assertThat(tab.heading()).isEqualTo(forgotten().heading());
    }

    @Test
    @DisplayName("stays one when it is started over")
    void restart() {
        tab.open(visit());
        var query = tab.page().actionOf("kc-login").getRawQuery();
        tab.open(URI.create(portal.realm("login-actions/restart") + "?"
                + Parameters.encode(withoutCode(Parameters.of(URI.create("http://localhost/?" + query))))));
        assertThat(tab.heading()).as("%s", tab).isEqualTo(forgotten().heading());
        tab.fill("username", user.username()).press("kc-login");
        assertThat(portal.mailboxOf(user).await(1).code()).hasSize(6);
        assertThat(portal.admin().sessions(user)).isZero();
    }

    private PlainTab forgotten() {
        var other = PlainTab.wantingPages();
        other.open(visit());
        return other;
    }

    private static Map<String, String> withoutCode(Map<String, String> parameters) {
        parameters.keySet().removeAll(Set.of("session_code", "execution"));
        return parameters;
    }

    @Test
    @DisplayName("ends with a page and no session also where the application wants consent, after the mailed link")
    void linkWithConsent() {
        portal.admin().changeClient(application.clientId(), client -> client.put("consentRequired", true));
        tab.open(visit());
        tab.fill("username", user.username()).press("kc-login");
        var mail = portal.mailboxOf(user).await(1);
        var opened = PlainTab.wantingPages();
        opened.open(mail.link());
        opened.newPassword("Newer-Pass1");
        assertThat(opened.has("done")).as("%s", opened).isTrue();
        assertThat(portal.admin().sessions(user)).isZero();
        assertThat(opened.browser().cookieNames()).doesNotContain("KEYCLOAK_IDENTITY");
    }
}
