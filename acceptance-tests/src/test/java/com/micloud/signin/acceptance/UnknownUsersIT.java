package com.micloud.signin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A stranger who tries usernames")
final class UnknownUsersIT {
    /** Takes out what is new on every page: codes, ids of tabs, the parameters of the application, and the name. */
    private static String withoutTokens(PlainPage page, String username) {
        return page.body()
                .replace(username, "USERNAME")
                .replaceAll("(session_code|tab_id|client_data|execution|state|nonce)=[^&\"]+", "$1=X")
                .replaceAll("data-ash=\"[^\"]+\"", "data-ash=\"X\"");
    }

    @Test
    @DisplayName("sees the same bytes for an unknown username as for a known one, also after a wrong password")
    void sameBytes(Portal portal) {
        var user = portal.admin().user();
        portal.admin().join(user, portal.admin().account("password"));
        var unknown = Names.username();
        var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        var known = PlainTab.fresh();
        var stranger = PlainTab.fresh();
        known.open(application.begin().url()).username(user.username());
        stranger.open(application.begin().url()).username(unknown);
        assertThat(stranger.page().status()).isEqualTo(known.page().status());
        assertThat(withoutTokens(stranger.page(), unknown)).isEqualTo(withoutTokens(known.page(), user.username()));
        assertThat(stranger.browser().cookieNames()).isEqualTo(known.browser().cookieNames());

        known.password("Wrong-one1");
        stranger.password("Wrong-one1");
        assertThat(stranger.page().status()).isEqualTo(known.page().status());
        assertThat(stranger.error()).contains("The password is incorrect");
        assertThat(withoutTokens(stranger.page(), unknown)).isEqualTo(withoutTokens(known.page(), user.username()));
    }

    @Test
    @DisplayName("sees the same bytes for a user without a password and for one without an account")
    void sameBytesForOthers(Portal portal) {
        var admin = portal.admin();
        var known = admin.user();
        admin.join(known, admin.account("password"));
        var withoutPassword = admin.userWithoutPassword();
        admin.join(withoutPassword, admin.account("password"));
        var withoutAccount = admin.user();
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        var expected = PlainTab.fresh();
        expected.open(application.begin().url()).username(known.username()).password("Wrong-one1");
        for (var user : List.of(withoutPassword, withoutAccount)) {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(user.username()).password("Wrong-one1");
            assertThat(tab.page().status()).isEqualTo(expected.page().status());
            assertThat(withoutTokens(tab.page(), user.username()))
                    .isEqualTo(withoutTokens(expected.page(), known.username()));
        }
    }

    @Test
    @DisplayName("locks a username after wrong passwords; the right one then sees what a wrong one sees")
    void lock(Portal portal) {
        var user = portal.admin().user();
        portal.admin().join(user, portal.admin().account("password"));
        var application = OidcApplication.of(portal, portal.admin().application(Map.of()));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        for (var i = 0; i < 6; i++) {
            tab.password("Wrong-one1");
        }
        var wrong = withoutTokens(tab.page(), user.username());
        tab.password(user.password());
        assertThat(tab.page().hasArrived()).isFalse();
        assertThat(withoutTokens(tab.page(), user.username())).isEqualTo(wrong);
        assertThat(portal.events().lastOf(user).error()).isIn("user_temporarily_disabled", "user_disabled");

        portal.admin().delete("/attack-detection/brute-force/users/" + user.id());
        tab.password(user.password()).arrival();
    }

    @Test
    @DisplayName("sees no account of a username where the realm says typed, and sees them after the password")
    void typed(Portal portal) {
        var admin = portal.admin();
        var user = admin.user();
        var first = admin.account("password");
        var second = admin.account("password");
        admin.join(user, first, second);
        var application = OidcApplication.of(portal, admin.application(Map.of()));
        admin.changeRealm(realm -> realm.withObject("/attributes").put("micloud.accountDisclosure", "typed"));
        try {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url()).username(user.username());
            assertThat(tab.page().body()).doesNotContain(first.number(), second.number(), first.name(), second.name());
            tab.typeAccount(second.number()).password(user.password());
            tab.arrival();
        } finally {
            admin.changeRealm(realm -> realm.withObject("/attributes").put("micloud.accountDisclosure", "listed"));
        }
    }
}
