package com.micloud.signin.acceptance.brand;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.User;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("Where another theme is set")
final class OtherThemesIT {
    private static final String OURS = "/login/micloud/css/micloud.";

    private Portal portal;
    private User user;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
    }

    private OidcApplication applicationWith(String theme) {
        return OidcApplication.made(portal, Map.of("login_theme", theme));
    }

    private static List<String> styles(PlainPage page) {
        return page.document().select("link[rel=stylesheet]").eachAttr("href");
    }

    private static void assertOurs(PlainTab tab) {
        assertThat(styles(tab.page())).as("%s", tab).anyMatch(style -> style.contains(OURS));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"keycloak.v2", "base", "gone"})
    @DisplayName("for an application, its pages are ours, Keycloak's own among them too, and people sign in")
    void application(String theme) {
        var application = applicationWith(theme);
        portal.admin().demand(user, "UPDATE_PROFILE");
        var attempt = application.begin();
        var tab = PlainTab.wantingPages();
        tab.open(attempt.url());
        assertOurs(tab);
        tab.username(user.username());
        assertOurs(tab);
        tab.password(user.password());
        assertThat(tab.has("firstName")).as("%s", tab).isTrue();
        assertOurs(tab);
        tab.press("kc-login");
        application.redeem(attempt, tab);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"keycloak.v2", "gone"})
    @DisplayName("for the realm, every page is ours, and so are its mails")
    void realm(String theme) {
        var before = portal.admin().changeRealm(Map.of("loginTheme", theme, "emailTheme", theme));
        try {
            var tab = PlainTab.wantingPages();
            for (var path : List.of("nowhere", "changepassword", "micloud-signed-out", "login-actions/authenticate")) {
                tab.open(portal.realm(path));
                assertOurs(tab);
            }
            tab.open(portal.realm("forgotpassword")).username(user.username());
            assertOurs(tab);
            assertThat(portal.mailboxOf(user).await(1).code()).hasSize(6);
        } finally {
            portal.admin().changeRealm(before);
        }
    }

    @Test
    @DisplayName("that an operator has made from ours, it is used")
    void madeFromOurs() throws IOException {
        var folder = Settings.target().resolve("server-h2/themes/acme/login");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("theme.properties"), "parent=micloud\nmicloudBrandStyles=css/acme.1.css\n");
        var tab = PlainTab.fresh();
        tab.open(applicationWith("acme").begin().url());
        assertThat(styles(tab.page())).anyMatch(style -> style.endsWith("/login/acme/css/acme.1.css"));
        assertThat(tab.has("username")).isTrue();
    }

    @Test
    @DisplayName("in a realm without the sign-in, it is used as in any Keycloak")
    void unguarded() {
        try (var realm = new StockRealm(portal)) {
            var application = realm.application(Map.of("attributes", Map.of("login_theme", "keycloak.v2")));
            var tab = PlainTab.fresh();
            tab.open(realm.signIn(application));
            assertThat(styles(tab.page())).isNotEmpty().noneMatch(style -> style.contains(OURS));
        }
    }
}
