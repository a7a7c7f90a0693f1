package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sign-in from end to end, as short as it can be: what must work on every version of Keycloak. */
@AcceptanceTest
abstract class SmokePath {
    private final Supplier<String> version;
    private final PlainTab tab = PlainTab.fresh();
    private Portal portal;

    SmokePath(Supplier<String> version) {
        this.version = version;
    }

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
    }

    @Test
    @DisplayName("it is that version, and nothing is amiss at its start")
    void version() {
        assertThat(portal.serverVersion()).isEqualTo(version.get());
        assertThat(portal.log()).doesNotContain("was never tested on Keycloak");
    }

    @Test
    @DisplayName("a password and the choice of an account lead in, refresh keeps the account, log-out ends it")
    void password() {
        var user = portal.admin().user();
        var account = portal.admin().account("password");
        portal.admin().join(user, account, portal.admin().account("sso-optional"));
        var application = OidcApplication.of(portal, portal.admin().application(Map.of()));

        var tokens = application.signIn(tab, user, account);
        assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(account.number());
        var refreshed = application.refresh(tokens).tokens();
        assertThat(AccountClaim.numberIn(refreshed.accessClaims())).isEqualTo(account.number());

        tab.open(application.logoutUrl(refreshed));
        assertThat(application.refresh(refreshed).error()).isEqualTo("invalid_grant");
        tab.open(application.begin().url()).username(user.username()).pickAccount(account.number());
        assertThat(tab.has("password")).isTrue();
    }

    @Test
    @DisplayName("a provider leads into its own account, and its proof into no other")
    void provider() {
        var user = portal.admin().user();
        var account = portal.admin().account("sso-required");
        var other = portal.admin().account("password");
        portal.admin().join(user, account, other);
        try (var provider = new StandInOidcProvider().signsIn("subject", user.username())) {
            portal.admin().provider(account, provider.representation());
            var application = OidcApplication.of(portal, portal.admin().application(Map.of()));

            var tokens = application.signIn(tab, user, account);
            assertThat(provider.requests()).hasSize(1);
            assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(account.number());
            assertThat(AccountClaim.numberIn(
                            application.refresh(tokens).tokens().accessClaims()))
                    .isEqualTo(account.number());
            tab.open(application.begin().url()).username(user.username()).pickAccount(other.number());
            assertThat(tab.has("password")).isTrue();
        }
    }
}
