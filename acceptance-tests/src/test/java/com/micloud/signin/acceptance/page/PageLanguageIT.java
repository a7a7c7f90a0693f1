package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("The language menu of a page that is no step of a sign-in")
final class PageLanguageIT {
    private static String language(PlainTab tab) {
        return tab.page().document().select("html").attr("lang");
    }

    private static void choose(PlainTab tab, String tag) {
        tab.open(tab.page().inLanguage(tag));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "nowhere",
                "nowhere?a=1&b=%20%7B",
                "broker/nobody/endpoint",
                "device",
                "changepassword",
                "forgotpassword",
                "micloud-confirm?token=broken",
                "micloud-signed-out",
                "login-actions/authenticate",
                "login-actions/action-token?key=broken",
                "protocol/openid-connect/auth?client_id=nobody",
                "protocol/openid-connect/logout",
                "protocol/saml"
            })
    @DisplayName("shows the same page in that language, keeps it, and leads back")
    void chosen(String path, Portal portal) {
        var tab = PlainTab.wantingPages();
        tab.open(portal.realm(path));
        var heading = tab.heading();
        var status = tab.page().status();
        assertThat(language(tab)).isEqualTo("en");
        choose(tab, "de");
        assertThat(language(tab)).isEqualTo("de");
        assertThat(tab.page().status()).isEqualTo(status);
        assertThat(tab.heading()).isNotEqualTo(heading);
        var other = tab.another();
        other.open(portal.realm("elsewhere"));
        assertThat(language(other)).isEqualTo("de");
        choose(tab, "en");
        assertThat(tab.heading()).isEqualTo(heading);
    }

    @Test
    @DisplayName("leads on to the sign-in where the page of a step has expired at a provider's address")
    void expired(Portal portal) {
        var tab = PlainTab.wantingPages();
        tab.open(OidcApplication.of(portal, "account-portal").begin().url());
        var parameters = tab.page().parametersOf("kc-login");
        tab.open(URI.create(portal.realm("broker/contoso-azure/login")
                + "?session_code=old&client_id=account-portal&tab_id=" + parameters.get("tab_id")));
        assertThat(tab.heading()).isEqualTo("This page has expired");
        choose(tab, "de");
        assertThat(language(tab)).isEqualTo("de");
        assertThat(tab.has("username")).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("follows no language that the realm does not offer")
    void notOffered(Portal portal) {
        var tab = PlainTab.wantingPages();
        for (var tag : List.of("sv", "..", "%0D%0Ax", "%zz", "de&kc_locale=sv")) {
            tab.open(portal.realm("nowhere?kc_locale=" + tag.replace("%zz", "%25zz")));
            assertThat(tab.page().status()).as(tag).isEqualTo(404);
        }
        assertThat(tab.browser().cookie("KEYCLOAK_LOCALE")).contains("de");
    }

    @Test
    @DisplayName("is not drawn where Keycloak would not follow it: in a realm without the sign-in")
    void unguarded(Portal portal) {
        try (var realm = new StockRealm(portal)) {
            realm.admin()
                    .changeRealm(Map.of("internationalizationEnabled", true, "supportedLocales", List.of("en", "de")));
            var tab = PlainTab.wantingPages();
            for (var path : List.of("nowhere", "device")) {
                tab.open(realm.address(path));
                assertThat(tab.heading()).isNotEmpty();
                assertThat(tab.has("kc-locale")).as(path).isFalse();
            }
            tab.open(realm.address("login-actions/authenticate"));
            assertThat(tab.has("kc-locale")).isTrue();
        }
    }
}
