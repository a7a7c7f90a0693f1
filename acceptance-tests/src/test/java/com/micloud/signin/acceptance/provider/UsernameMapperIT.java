package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A provider with a username mapper")
final class UsernameMapperIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private Portal portal;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("sso-required", provider).make();
        portal.admin()
                .create(
                        "/identity-provider/instances/" + provider.alias() + "/mappers",
                        Map.of(
                                "name",
                                "username from e-mail",
                                "identityProviderAlias",
                                provider.alias(),
                                "identityProviderMapper",
                                "oidc-username-idp-mapper",
                                "config",
                                Map.of("template", "${CLAIM.email}", "target", "LOCAL", "syncMode", "FORCE")));
        application = OidcApplication.made(portal);
    }

    @Test
    @DisplayName("signs in whom the mapper makes of its claims, the first time and again")
    void mapped() {
        provider.signsIn("subject-1", "employee-4711").spoiling(claims -> claims.claim("email", user.username()));
        assertThat(signIn()).isEqualTo(user.account().number());
        assertThat(signIn()).isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("is refused once the mapper makes another name of the claims, and renames nobody")
    void mappedToAnother() {
        provider.signsIn("subject-1", "employee-4711").spoiling(claims -> claims.claim("email", user.username()));
        assertThat(signIn()).isEqualTo(user.account().number());

        provider.spoiling(claims -> claims.claim("email", "somebody.else@customer.example"));
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());

        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        assertThat(portal.events().lastOf(application.clientId()).detail("micloud_refusal"))
                .isEqualTo("username_mismatch");
        assertThat(portal.admin().findUser(user.username()).id()).isEqualTo(user.id());
    }

    private String signIn() {
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        return AccountClaim.numberIn(application.redeem(attempt, tab).idClaims());
    }
}
