package com.micloud.signin.acceptance.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Company;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The name, logo and help of an account")
final class BrandingIT {
    private static final String HOST = "logos.micloud.example";
    private static final String LOGO = "https://" + HOST + "/contoso.png?a=1&b=2";
    private static final String HELP = "Ask <b>Carol</b>, extension 1234.";

    private User user;

    @BeforeEach
    void allowHost(Portal portal) {
        portal.admin().changeRealm(realm -> realm.withObject("/attributes").put("micloud.logoHosts", HOST));
    }

    private Account account(Portal portal, String logo) {
        var account = Company.of(portal, "password")
                .with("micloud.logo", logo)
                .with("micloud.help", HELP)
                .make();
        // A page of Keycloak's own after the password.
        user = Member.of(portal).in(account).demanding("UPDATE_PROFILE").make();
        return account;
    }

    private PlainTab atThePassword(Portal portal) {
        var application = OidcApplication.made(portal);
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        return tab;
    }

    @Test
    @DisplayName("stand on every page once it is proved who signs in, even on Keycloak's own")
    void shown(Portal portal) {
        var account = account(portal, LOGO);
        var tab = atThePassword(portal);
        tab.password(user.password());
        var page = tab.page().document();
        assertThat(page.select("#account-name bdi").eachText())
                .as("%s", tab)
                .containsExactly(account.name(), account.number());
        assertThat(page.select("#account-name img").attr("src")).isEqualTo(LOGO);
        assertThat(page.select("#account-help").text()).isEqualTo(HELP);
        assertThat(page.select("#account-help b")).isEmpty();
    }

    @Test
    @DisplayName("are not told to whoever only knows a username")
    void stranger(Portal portal) {
        var account = account(portal, LOGO);
        var tab = atThePassword(portal);
        assertThat(tab.has("password")).isTrue();
        assertThat(tab.page().body()).doesNotContain(account.name(), HOST, "Carol", "account-name");
    }

    @Test
    @DisplayName(
            "stand beside the password where the list has just shown them, and only those of the one that was picked")
    void picked(Portal portal) {
        assertThat(portal.admin()
                        .get("")
                        .at("/attributes/micloud.accountDisclosure")
                        .asText())
                .isEqualTo("listed");
        var account = account(portal, LOGO);
        var other = portal.admin().account("password");
        portal.admin().join(user, other);
        var tab = atThePassword(portal);
        tab.pickAccount(account.number());
        var page = tab.page().document();
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        assertThat(page.select("#account-name bdi").eachText()).containsExactly(account.name(), account.number());
        assertThat(page.select("#account-name img").attr("src")).isEqualTo(LOGO);
        assertThat(page.select("#account-help").text()).isEqualTo(HELP);
        assertThat(tab.page().body()).doesNotContain(other.name(), other.number());
    }

    @Test
    @DisplayName("are not told before the proof where nothing is listed")
    void typed(Portal portal) {
        var account = account(portal, LOGO);
        portal.admin().join(user, portal.admin().account("password"));
        try (var ignored = nothingListed(portal)) {
            var tab = atThePassword(portal);
            tab.typeAccount(account.number());
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            assertThat(tab.page().body()).doesNotContain(account.name(), HOST, "Carol", "account-name");
        }
    }

    private interface Restored extends AutoCloseable {
        @Override
        void close();
    }

    private static Restored nothingListed(Portal portal) {
        disclose(portal, "typed");
        return () -> disclose(portal, "listed");
    }

    private static void disclose(Portal portal, String word) {
        portal.admin().changeRealm(realm -> realm.withObject("/attributes").put("micloud.accountDisclosure", word));
    }

    @Test
    @DisplayName("are gone when somebody else signs in in the same browser")
    void another(Portal portal) {
        var account = account(portal, LOGO);
        var tab = atThePassword(portal);
        tab.password(user.password());
        var other = Member.of(portal).in("password").make();
        var application = OidcApplication.made(portal);
        tab.open(application.begin().url()).username(other.username());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        assertThat(tab.page().body()).doesNotContain(account.name(), HOST, "Carol", "account-name");
    }

    @Test
    @DisplayName("come without a logo that is not on an allowed host")
    void elsewhere(Portal portal) {
        account(portal, "https://" + HOST + ".attacker.example/a.png");
        var tab = atThePassword(portal);
        tab.password(user.password());
        assertThat(tab.has("account-name")).as("%s", tab).isTrue();
        assertThat(tab.page().document().select("img")).isEmpty();
        assertThat(tab.page().body()).doesNotContain("attacker");
    }
}
