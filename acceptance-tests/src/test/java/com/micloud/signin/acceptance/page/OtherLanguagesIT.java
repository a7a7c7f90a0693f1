package com.micloud.signin.acceptance.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.real.RealBrowser;
import com.micloud.signin.acceptance.harness.real.RealTab;
import com.micloud.signin.acceptance.harness.real.Screens;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people see whose language the realm offers and the theme has no texts in. */
@AcceptanceTest
@DisplayName("In a language of Keycloak's that the theme has no texts in")
final class OtherLanguagesIT {
    private StockRealm realm;
    private String application;

    @BeforeEach
    void offer(Portal portal) {
        realm = new StockRealm(portal);
        realm.admin()
                .changeRealm(Map.of(
                        "internationalizationEnabled",
                        true,
                        "supportedLocales",
                        List.of("en", "sv", "fa", "zh-CN"),
                        "resetPasswordAllowed",
                        true,
                        "emailTheme",
                        "micloud"));
        application = realm.application(Map.of());
    }

    @AfterEach
    void leave() {
        realm.close();
    }

    private RealTab at(String language, RealBrowser browser) {
        var tab = browser.tabInLanguage(language);
        tab.open(realm.signIn(application));
        assertThat(tab.page().locator("html").getAttribute("lang")).isEqualTo(language);
        return tab;
    }

    @Test
    @DisplayName("a page is in Keycloak's words where it has some and in English elsewhere, text by text")
    void textByText(RealBrowser browser) {
        var tab = at("sv", browser);
        assertThat(tab.page().locator("html").getAttribute("dir")).isEqualTo("ltr");
        assertThat(tab.heading()).isEqualTo("Logga in till ditt konto");
        assertThat(tab.page().locator("label[for=password]").innerText()).isEqualTo("Lösenord");
        assertThat(tab.text("kc-login")).isEqualTo("Logga in");
        assertThat(tab.page().locator("[data-caps]").getAttribute("data-caps")).isEqualTo("Caps Lock is on");
        assertThat(Screens.look(tab, "login-sv")).isEmpty();
        tab.fill("username", "nobody").password("Wrong-one1");
        assertThat(tab.error()).isEqualTo("Ogiltigt användarnamn eller lösenord.");
    }

    @Test
    @DisplayName("a page is read from right to left where the language is, and fits")
    void fromRightToLeft(RealBrowser browser) {
        var tab = at("fa", browser);
        assertThat(tab.page().locator("html").getAttribute("dir")).isEqualTo("rtl");
        assertThat(Screens.look(tab, "login-fa")).isEmpty();
    }

    @Test
    @DisplayName("a page finds Keycloak's texts by the script of the country")
    void byScript(RealBrowser browser) {
        assertThat(at("zh-CN", browser).page().locator("label[for=password]").innerText())
                .isEqualTo("密码");
    }

    @Test
    @DisplayName("the language is changed and the place is kept, without script")
    void withoutScript() {
        var tab = PlainTab.fresh();
        tab.open(realm.signIn(application));
        tab.open(tab.page().inLanguage("sv"));
        assertThat(tab.heading()).isEqualTo("Logga in till ditt konto");
        tab.open(tab.page().inLanguage("en"));
        assertThat(tab.heading()).isEqualTo("Sign in to MiCloud");
        assertThat(tab.has("password")).isTrue();
    }

    @Test
    @DisplayName("a mail is in English and says so, whatever the language of its subject")
    void mail(Portal portal) {
        var user = realm.admin().user();
        var tab = PlainTab.fresh();
        tab.open(realm.signIn(application));
        tab.open(tab.page().inLanguage("sv"));
        tab.press("forgot-password").fill("username", user.username()).press("kc-login");
        var mail = portal.mailboxOf(user).await(1);
        assertThat(mail.subject()).isEqualTo("Återställ lösenord");
        var html = Jsoup.parse(mail.html());
        assertThat(html.select("html").attr("lang")).isEqualTo("en");
        assertThat(html.select("[role=article]").attr("lang")).isEqualTo("en");
    }
}
