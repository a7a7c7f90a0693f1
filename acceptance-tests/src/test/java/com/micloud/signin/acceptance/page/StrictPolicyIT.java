package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.people.Customer;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StrictPolicy;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.ProviderServer;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Keycloak's own flows and actions run under the same policy in {@link OtherPages}. */
@AcceptanceTest
@DisplayName("Under the strict Content-Security-Policy that the docs name")
final class StrictPolicyIT {
    private Portal portal;
    private RealBrowser browser;
    private RealTab tab;
    private User user;
    private String before;

    @BeforeEach
    void meet(Portal portal, RealBrowser browser) {
        this.portal = portal;
        this.browser = browser;
        before = StrictPolicy.set(portal.admin());
        tab = browser.tab();
        user = Member.of(portal).in("password").make();
    }

    @AfterEach
    void leave() {
        StrictPolicy.set(portal.admin(), before);
    }

    private OidcApplication application() {
        return OidcApplication.made(portal, Map.of("post.logout.redirect.uris", "+"));
    }

    private void assertNothingOfOurs() {
        assertThat(StrictPolicy.ours(browser.policyViolations())).isEmpty();
    }

    @Test
    @DisplayName("a person picks an account, mistypes the password and signs in; only Keycloak's own line is held up")
    void signIn() {
        var other = portal.admin().account("password");
        portal.admin().join(user, other);
        var application = application();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).pickAccount(other.number());
        tab.password("Wrong-Pass1");
        assertThat(tab.error()).isNotEmpty();
        assertThat(tab.page().locator(".eye").isVisible()).as("our script runs").isTrue();
        assertThat(tab.page().evaluate("() => getComputedStyle(document.querySelector('.card')).borderRadius"))
                .as("our style sheet is there")
                .isNotEqualTo("0px");
        assertThat(tab.address().getQuery()).as("the address to reload").doesNotContain("session_code");
        tab.password(user.password());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(other.number());
        assertNothingOfOurs();
        assertThat(browser.policyViolations())
                .as("what the policy stops is seen")
                .isNotEmpty();
    }

    @Test
    @DisplayName("a password is changed, with the rules marked and the strength told")
    void changePassword() {
        tab.open(portal.realm("changepassword")).username(user.username());
        tab.page().locator("#password-new").fill("Fresh-Pass12");
        tab.page().locator("#pw-strength meter").waitFor();
        tab.fill("password", user.password()).newPassword("Fresh-Pass12");
        assertThat(tab.heading()).isEqualTo("Your password was changed");
        assertNothingOfOurs();
    }

    @Test
    @DisplayName("a forgotten password is set anew by the code of the mail")
    void forgotten() {
        tab.open(portal.realm("forgotpassword")).username(user.username());
        tab.fill("code", portal.mailboxOf(user).await(1).code()).press("kc-login");
        tab.newPassword("Fresh-Pass12");
        assertThat(tab.error()).isEmpty();
        assertNothingOfOurs();
    }

    @Test
    @DisplayName("people come and go by identity providers, by redirect and by forms that send themselves")
    void providers() {
        try (var oidc = Customer.withOidc(portal);
                var saml = Customer.withSaml(portal)) {
            assertComesIn(oidc);
            assertComesIn(saml);
        }
        assertNothingOfOurs();
    }

    private void assertComesIn(Customer<?> customer) {
        var application = application();
        var attempt = application.begin();
        tab = browser.tabOfAnotherBrowser();
        tab.open(attempt.url()).username(customer.member().username());
        assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                .isEqualTo(customer.account().number());
    }

    @Test
    @DisplayName("a SAML application gets its answer, in a form that sends itself")
    void samlApplication() {
        var application = SamlApplication.of(portal, "support-site");
        var request = application.begin();
        tab.open(request.url()).username(user.username()).password(user.password());
        assertThat(application.accept(request, tab)).isNotNull();
        assertNothingOfOurs();
    }

    @Test
    @DisplayName(
            "an application that wants its answer in a form gets it with the words that the docs add, and not without")
    void answerInForm() {
        var application = application().with("response_mode", "form_post");
        OidcApplication.enter(tab, application.begin(), user);
        tab.page().waitForCondition(() -> browser.policyViolations().stream()
                .anyMatch(violation -> violation.contains("script-src-attr inline")));
        StrictPolicy.set(portal.admin(), StrictPolicy.forAnswersInForms());
        tab = browser.tabOfAnotherBrowser();
        OidcApplication.enter(tab, application.begin(), user);
        assertThat(tab.posted()).containsKey("code");
    }

    @Test
    @DisplayName("signing out tells the other applications in frames, and goes on")
    void frontChannel() {
        try (var server = ProviderServer.start()) {
            server.at("/frontchannel", question -> ProviderServer.Answer.page(200, "<h1>Signed out</h1>"));
            var other = application();
            portal.admin().changeClient(other.clientId(), client -> {
                client.put("frontchannelLogout", true);
                client.withObject("/attributes").put("frontchannel.logout.url", server.address() + "/frontchannel");
            });
            other.signIn(tab, user);
            var application = application();
            tab.open(application.logoutUrl(application.signIn(tab, user), "s"));
            assertThat(tab.arrival().toString()).startsWith(OidcApplication.CALLBACK.toString());
        }
        assertNothingOfOurs();
    }

    @Test
    @DisplayName("Keycloak's account console does not run: it needs more, as the docs say")
    void accountConsole() {
        tab.open(URI.create(portal.issuer() + "/account/"));
        tab.page().waitForFunction("() => performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
        assertThat(StrictPolicy.ours(browser.policyViolations()))
                .anyMatch(violation -> violation.contains("/account/") && violation.contains("script-src-elem inline"));
    }
}
