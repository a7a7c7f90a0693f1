package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.WithRealHash;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How each user of the demo gets into the Account Portal, or is told why not. */
@AcceptanceTest
@WithRealHash
abstract class CorePath {
    private final Function<RealBrowser, Tab> opening;
    private OidcApplication application;
    private Portal portal;

    CorePath(Function<RealBrowser, Tab> opening) {
        this.opening = opening;
    }

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        this.application = OidcApplication.of(portal, "account-portal");
    }

    @Test
    @DisplayName("Ann signs in with username and password, and the token names her only account")
    void ann(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url());
        assertThat(tab.heading()).isEqualTo("Sign in to MiCloud");
        tab.username("ann@acme.example");
        assertThat(tab.has("sso")).isFalse();
        assertThat(tab.has("forgot-password")).isTrue();
        tab.password("Acme-Pass1");

        var claims = application.redeem(attempt, tab).idClaims();
        assertThat(claims).containsEntry("preferred_username", "ann@acme.example");
        assertThat(AccountClaim.in(claims)).containsEntry("number", "100100").containsEntry("name", "Acme Dental");
        assertThat(AccountClaim.in(claims)).doesNotContainKey("partner_label").containsKey("id");
    }

    @Test
    @DisplayName("A wrong password says so beside the field, keeps the username, and the right one still works")
    void wrongPassword(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("ann@acme.example");
        tab.password("Not-Hers-1");
        assertThat(tab.error()).contains("The password is incorrect. Try again or reset it.");
        assertThat(tab.text("kc-attempted-username")).isEqualTo("ann@acme.example");
        tab.password("Acme-Pass1");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "100100");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"100100", "100200", "200300"})
    @DisplayName("Bob picks one of his accounts from the drop-down")
    void bobPicks(String number, RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("bob@partner.example");
        assertThat(tab.heading()).isEqualTo("Multiple accounts located");
        tab.pickAccount(number).password("Bob_Pass12");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", number);
    }

    @ParameterizedTest(name = "''{0}'' is {1}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"100200,100200", "  100100 ,100100", "BIRCH,100200", " birch  ,100200", "Birch,100200"})
    @DisplayName("Bob types an account number or a partner label, in any case and with blanks around it")
    void bobTypes(String typed, String number, RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("bob@partner.example");
        tab.typeAccount(typed).password("Bob_Pass12");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", number);
    }

    @Test
    @DisplayName("An account that Bob does not have is not found, one that he has still is")
    void bobTypesAnothers(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("bob@partner.example");
        tab.typeAccount("200200");
        assertThat(tab.error()).contains("We could not match that Account Number/Partner Label");
        tab.typeAccount("FABRIKAM-WEST");
        assertThat(tab.error()).contains("We could not match that Account Number/Partner Label");
        tab.typeAccount("100100").password("Bob_Pass12");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "100100");
    }

    @Test
    @DisplayName("Cara is offered Single Sign On first and comes back signed in")
    void caraBySingleSignOn(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("cara@contoso.example");
        assertThat(tab.has("password")).isFalse();
        tab.press("sso");
        assertThat(tab.address().getPath()).startsWith("/realms/contoso-azure/");
        assertThat(tab.value("username")).isEqualTo("cara@contoso.example");
        tab.signInAtProvider("cara@contoso.example");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "200100");
    }

    @Test
    @DisplayName("Cara may enter her password instead")
    void caraByPassword(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("cara@contoso.example");
        tab.press("enter-password").password("Cara=Pass1");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "200100");
    }

    @Test
    @DisplayName("Finn goes straight to his company's provider and comes back signed in")
    void finn(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("finn@fabrikam.example");
        assertThat(tab.address().getPath()).startsWith("/realms/fabrikam-okta/");
        assertThat(tab.value("username")).isEqualTo("finn@fabrikam.example");
        tab.signInAtProvider("finn@fabrikam.example");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims()))
                .containsEntry("number", "200200")
                .containsEntry("partner_label", "FABRIKAM-WEST");
    }

    @Test
    @DisplayName("Nora sees the password first and signs in with it")
    void noraByPassword(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("nora@northwind.example");
        assertThat(tab.has("sso")).isTrue();
        tab.password("Nora+Pass1");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "200300");
    }

    @Test
    @DisplayName("Nora may press Single Sign On beside the password")
    void noraBySingleSignOn(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("nora@northwind.example");
        tab.press("sso");
        assertThat(tab.address().getPath()).startsWith("/realms/northwind-okta/");
        tab.signInAtProvider("nora@northwind.example");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "200300");
    }

    @Test
    @DisplayName("Alex chooses the account that requires Single Sign On and is taken to its provider")
    void alexBySingleSignOn(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("alex@adventure.example");
        tab.pickAccount("200400");
        assertThat(tab.address().getPath()).startsWith("/realms/adventure-azure/");
        tab.signInAtProvider("alex@adventure.example");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "200400");
    }

    @Test
    @DisplayName("Alex's password for one account does not open the one that requires Single Sign On")
    void alexByPassword(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("alex@adventure.example");
        tab.pickAccount("100100").password("Alex#Pass1");
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "100100");

        tab.open(application.begin().url()).username("alex@adventure.example").pickAccount("200400");
        assertThat(tab.address().getPath()).startsWith("/realms/adventure-azure/");
    }

    @Test
    @DisplayName("Sam, whose password expires in ten days, gets in")
    void sam(RealBrowser browser) {
        var attempt = application.begin();
        var tab = opening.apply(browser).open(attempt.url()).username("sam@soon.example");
        tab.password("Sam&Pass12");
        if (tab.has("later")) {
            tab.press("later");
        }
        assertThat(AccountClaim.in(application.redeem(attempt, tab).idClaims())).containsEntry("number", "100100");
    }

    @Test
    @DisplayName("Zoe, whose password has expired, is led to a new one")
    void zoe(RealBrowser browser) {
        var tab = opening.apply(browser).open(application.begin().url()).username("zoe@expired.example");
        tab.password("Zoe!Pass12");
        assertThat(tab.has("password-new")).isTrue();
        assertThat(tab.has("password-confirm")).isTrue();
    }

    @Test
    @DisplayName("Noel, who has no account, is told so after his password")
    void noel(RealBrowser browser) {
        var tab = opening.apply(browser).open(application.begin().url()).username("noel@nowhere.example");
        tab.password("Noel%Pass1");
        assertThat(tab.error()).contains("does not belong to any MiCloud account");
        assertThat(tab.has("try-again")).isTrue();
    }

    @Test
    @DisplayName("Whom the provider knows by another name is refused")
    void mismatch(RealBrowser browser) {
        var tab = opening.apply(browser).open(application.begin().url()).username("mismatch@contoso.example");
        tab.press("sso").signInAtProvider("someone.else@contoso.example");
        assertThat(tab.error()).contains("Authorized Contact").doesNotContain("someone.else");
        assertThat(portal.events()
                        .lastOf(portal.admin().findUser("mismatch@contoso.example"))
                        .detail("micloud_refusal"))
                .isEqualTo("username_mismatch");
    }
}
