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
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import com.micloud.signin.acceptance.harness.provider.StandInSamlProvider;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mappers are Keycloak's own. */
@AcceptanceTest
@DisplayName("A provider with a username mapper")
final class UsernameMapperIT {
    @AutoClose
    private final StandInOidcProvider oidc = new StandInOidcProvider();

    private Portal portal;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        application = OidcApplication.made(portal);
    }

    private String mapper(StandInProvider provider, String kind, String template) {
        return portal.admin()
                .create(
                        "/identity-provider/instances/" + provider.alias() + "/mappers",
                        Map.of(
                                "name",
                                "username",
                                "identityProviderAlias",
                                provider.alias(),
                                "identityProviderMapper",
                                kind + "-username-idp-mapper",
                                "config",
                                Map.of("template", template, "target", "LOCAL", "syncMode", "FORCE")));
    }

    private void byOidc() {
        user = Member.of(portal).in("sso-required", oidc).make();
        mapper(oidc, "oidc", "${CLAIM.email}");
        oidc.signsIn("subject-1", "employee-4711").spoiling(claims -> claims.claim("email", user.username()));
    }

    @Test
    @DisplayName("signs in whom the mapper makes of its claims, the first time and again")
    void mapped() {
        byOidc();
        assertThat(signIn()).isEqualTo(user.account().number());
        assertThat(signIn()).isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("is refused once the mapper makes another name of the claims, and renames nobody")
    void mappedToAnother() {
        byOidc();
        assertThat(signIn()).isEqualTo(user.account().number());

        oidc.spoiling(claims -> claims.claim("email", "somebody.else@customer.example"));
        assertRefused();
    }

    @Test
    @DisplayName("of SAML signs in whom the mapper makes of its name, and is refused once it makes another of it")
    void saml() {
        try (var saml = new StandInSamlProvider(portal)) {
            user = Member.of(portal).in("sso-required", saml).make();
            var parts = user.username().split("@", 2);
            var mapper = mapper(saml, "saml", "${NAMEID}@" + parts[1]);
            saml.signsIn(parts[0]);
            assertThat(signIn()).isEqualTo(user.account().number());
            assertThat(signIn()).isEqualTo(user.account().number());

            portal.admin()
                    .change(
                            "/identity-provider/instances/" + saml.alias() + "/mappers/" + mapper,
                            changed -> changed.withObject("/config").put("template", "${NAMEID}@elsewhere.example"));
            assertRefused();
        }
    }

    private String signIn() {
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        return AccountClaim.numberIn(application.redeem(attempt, tab).idClaims());
    }

    private void assertRefused() {
        var tab = PlainTab.fresh();
        tab.open(application.begin().url()).username(user.username());
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        assertThat(portal.events().lastOf(application.clientId()).detail("micloud_refusal"))
                .isEqualTo("username_mismatch");
        assertThat(portal.admin().findUser(user.username()).id()).isEqualTo(user.id());
    }
}
