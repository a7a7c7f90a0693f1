package com.micloud.signin.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.MisconfiguredRealm;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The report at start")
final class SetupReportIT {
    private static List<String> findings(Portal portal, String realm) {
        var done = "Looked over the MiCloud sign-in set-up of realm " + realm + ",";
        await().atMost(Duration.ofMinutes(2)).until(() -> portal.log().contains(done));
        var start = "Realm " + realm + " is set up wrongly: ";
        return portal.log()
                .lines()
                .filter(line -> line.contains(start))
                .map(line -> line.substring(line.indexOf(start) + start.length()))
                .toList();
    }

    @Test
    @DisplayName("finds nothing wrong with the realm that is delivered")
    void nothing(Portal portal) {
        assertThat(findings(portal, Portal.REALM)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Required action micloud-guard: it is missing or switched off, so nobody is let in. Enable it",
                "Browser flow 'micloud browser': its steps are [micloud-password, micloud-username,",
                "Realm attribute micloud.accountDisclosure: 'everyone' is neither listed nor typed",
                "Realm attributes: micloud.resetCodeTries is 'unlimited', not a number from 1 to 10, so it is taken for 5",
                "Realm attribute micloud.expiryWarningDays: '91' is no number of days from 0 to 90, so it is taken for 14.",
                "Required action UPDATE_PASSWORD: it is missing or switched off, so expired passwords go on opening",
                "Required action micloud-password-expiry: it is missing or switched off, so nobody is told",
                "Realm attribute micloud.brandColor: '#0b4a8f;}body{display:none}' is no colour, so it is not used. Write it",
                "Realm attribute micloud.brandColorDark: 'pale blue' is no colour, so it is not used. Write it",
                "Realm attribute micloud.logo: 'https://elsewhere.example/logo.png' is not shown: it is no https address",
                "Realm attribute micloud.icon: 'http://elsewhere.example/icon.png' is not shown: it is no https address",
                "Realm attribute micloud.links: 'Terms=javascript:alert(1)' is no label and address, so it is left out.",
                "Realm attribute micloud.supportUrl: 'www.example.com' is no address of a page over https, of a mailbox",
                "Realm's login theme: 'keycloak.v2' has no templates of ours, so the pages are drawn in the theme micloud.",
                "Realm's email theme: 'gone' has no templates of ours, so the mails are sent in the theme micloud.",
                "Login theme of clients easypop, gccs: 'base' has no templates of ours, so the pages are drawn in",
                "Application account-portal: its attribute micloud.kind has a value that means nothing",
                "User profile, attribute username: its validators are [username-prohibited-characters], so business e-mail",
                "Application teamwork-web: people sign in to it, but by default nothing tells it their account. Add micloud to",
                "Application support-site: people sign in to it, but by default nothing tells it their account. Add micloud-saml",
                "Client scope micloud: it has no mapper micloud-own-audience-mapper, so confidential applications cannot",
                "Client micloud-change-password: it is missing or switched off, or has no browser flow of its own",
                "Account 500001: its sign-in policy 'pasword' means nothing, so nobody is let in. Set micloud.signInPolicy",
                "Account 500002: it requires single sign-on but has no identity provider that is linked and switched on",
                "its partner label is that of account",
                "Identity provider oidc-unchecked: its signatures are not checked, so nobody is signed in by it",
                "Identity provider saml-unchecked: its signatures are not checked, so nobody is signed in by it",
                "Identity provider saml-without-keys: there are no keys to check its signatures with, so nobody is",
                "Identity provider keycloak-checked: its type 'keycloak-oidc' is none that the MiCloud sign-in checks"
            })
    @DisplayName("names what is wrong and the way to mend it")
    void finding(String start, Portal portal) {
        assertThat(findings(portal, MisconfiguredRealm.NAME))
                .filteredOn(finding -> finding.contains(start))
                .hasSize(1)
                .allSatisfy(finding -> assertThat(finding).endsWith("."));
    }

    @Test
    @DisplayName("says which accounts show strangers by their route who exists")
    void showing(Portal portal) {
        assertThat(findings(portal, Portal.REALM)).isEmpty();
        assertThat(portal.log())
                .containsPattern("Realm micloud: 4 accounts with single sign-on have no registered e-mail domain,"
                        + " among them (\\d{6}, ){3}\\d{6}\\.");
    }

    @Test
    @DisplayName("is about a realm that lets nobody in")
    void failsClosed(Portal portal) {
        var there =
                URI.create(portal.server() + "/realms/" + MisconfiguredRealm.NAME + "/protocol/openid-connect/auth");
        var request = OidcApplication.of(portal, "account-portal").begin().url().getRawQuery();
        var tab = PlainTab.fresh();
        tab.open(URI.create(there + "?" + request));
        assertThat(tab.page().status()).as("%s", tab).isBetween(400, 403);
        assertThat(tab.error()).isNotEmpty();
    }
}
