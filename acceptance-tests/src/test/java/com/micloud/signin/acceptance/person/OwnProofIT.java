package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A client that needs no account")
final class OwnProofIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private final PlainTab tab = PlainTab.wantingPages();
    private Portal portal;
    private AccountConsole console;
    private User user;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        console = new AccountConsole(portal);
        user = Member.of(portal).in("sso-required", provider).make();
        application = OidcApplication.made(portal);
    }

    @AfterEach
    void present() {
        portal.clock().reset();
    }

    private void signInByProvider() {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username());
        application.redeem(attempt, tab);
    }

    @Test
    @DisplayName("lets somebody in with the password and asks for no account, whatever the accounts require")
    void password() {
        portal.admin().join(user, portal.admin().account("password"));
        var tokens = console.signIn(tab, user);
        assertThat(tokens.accessClaims()).doesNotContainKey("micloud_account");
        assertThat(console.read(tokens).statusCode()).isEqualTo(200);
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    @DisplayName("asks for the password in a browser that a provider has signed in")
    void afterProvider() {
        signInByProvider();
        console.open(tab);
        assertThat(console.isIn(tab)).as("%s", tab).isFalse();
        assertThat(tab.has("password")).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("answers login_required to prompt=none in a browser that a provider has signed in")
    void silentlyAfterProvider() {
        signInByProvider();
        var attempt = console.client().with("prompt", "none").begin();
        tab.open(attempt.url());
        assertThat(tab.address().getQuery()).contains("error=login_required");
    }

    @Test
    @DisplayName("takes no provider's word where somebody goes to the provider by themselves")
    void roundTheSteps() {
        provider.link(portal.admin(), user);
        var attack = Attack.on(portal, user);
        console.open(tab);
        tab.username(user.username());
        var login = portal.realm("broker/" + provider.alias() + "/login") + "?"
                + tab.page().actionOf("kc-login").getRawQuery();
        tab.open(URI.create(login));
        attack.failed(tab.page(), 403, "own_proof_missing");
    }

    @Test
    @DisplayName("takes no kc_idp_hint")
    void hint() {
        tab.open(console.client().with("kc_idp_hint", provider.alias()).begin().url());
        tab.username(user.username());
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        assertThat(provider.requests()).isEmpty();
    }

    @Test
    @DisplayName("asks for nothing within five minutes after the password, and for the password then")
    void fiveMinutes() {
        console.signIn(tab, user);
        console.open(tab);
        assertThat(console.isIn(tab)).as("%s", tab).isTrue();
        portal.clock().forward(Duration.ofMinutes(4));
        console.open(tab);
        assertThat(console.isIn(tab)).as("%s", tab).isTrue();
        portal.clock().forward(Duration.ofMinutes(2));
        console.open(tab);
        assertThat(console.isIn(tab)).as("%s", tab).isFalse();
        assertThat(tab.has("password")).as("%s", tab).isTrue();
        tab.password(user.password());
        assertThat(console.isIn(tab)).as("%s", tab).isTrue();
    }

    @Test
    @DisplayName("goes on with its own refresh token, until an administrator changes the password")
    void refresh() {
        var tokens = console.signIn(tab, user);
        portal.clock().forward(Duration.ofMinutes(10));
        tokens = console.client().refresh(tokens).tokens();
        assertThat(console.read(tokens).statusCode()).isEqualTo(200);
        portal.admin().setPassword(user, Names.password());
        assertThat(console.client().refresh(tokens).error()).isEqualTo("invalid_grant");
    }

    @Nested
    @DisplayName("tells somebody without a password whose accounts all require single sign-on")
    final class Elsewhere {
        private User finn;

        @BeforeEach
        void meet() {
            finn = Member.of(portal).withoutPassword().in(user.account()).make();
        }

        @Test
        @DisplayName("where their record is kept, and asks no provider")
        void told() {
            console.open(tab);
            tab.username(finn.username());
            assertThat(tab.has("record-elsewhere")).as("%s", tab).isTrue();
            assertThat(tab.has("password")).isFalse();
            assertThat(provider.requests()).isEmpty();
        }

        @Test
        @DisplayName("nothing of it where another account takes a password: the page is a stranger's")
        void otherAccount() {
            portal.admin().join(finn, portal.admin().account("password"));
            console.open(tab);
            tab.username(finn.username());
            assertThat(tab.has("password")).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("the same as it tells strangers in the account's registered domain")
        void strangers() {
            var domain = Names.word() + ".example";
            portal.admin().registerDomains(user.account(), domain);
            var member = Member.of(portal)
                    .named("member@" + domain)
                    .withoutPassword()
                    .in(user.account())
                    .make();
            console.open(tab);
            tab.username(member.username());
            var stranger = PlainTab.wantingPages();
            console.open(stranger);
            stranger.username("strang@" + domain);
            assertThat(stranger.heading()).isEqualTo(tab.heading());
            assertThat(stranger.has("record-elsewhere")).as("%s", stranger).isTrue();
        }
    }

    @Nested
    @DisplayName("as an operator's own without the claim")
    final class WithoutClaim {
        private OidcApplication plain;

        @BeforeEach
        void meet() {
            var clientId = "plain-" + Names.word();
            portal.admin()
                    .create(
                            "/clients",
                            Map.of(
                                    "clientId",
                                    clientId,
                                    "publicClient",
                                    true,
                                    "redirectUris",
                                    List.of("http://127.0.0.1:9999/callback"),
                                    "defaultClientScopes",
                                    List.of("basic", "roles", "profile")));
            plain = OidcApplication.of(portal, clientId);
        }

        @Test
        @DisplayName("takes the password and no provider's word")
        void ownProofOnly() {
            signInByProvider();
            var attempt = plain.begin();
            tab.open(attempt.url());
            if (tab.has("username")) {
                tab.username(user.username());
            }
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            tab.password(user.password());
            assertThat(plain.redeem(attempt, tab).idClaims()).doesNotContainKey("micloud_account");
        }
    }

    @Nested
    @DisplayName("as the admin console")
    final class AdminConsole {

        @BeforeEach
        void meet() {
            var client = portal.admin().client("realm-management").get("id").asText();
            var role = portal.admin().get("/clients/" + client + "/roles/view-users");
            portal.admin().send("POST", "/users/" + user.id() + "/role-mappings/clients/" + client, "[" + role + "]");
        }

        private OidcApplication adminConsole() {
            return OidcApplication.of(portal, "security-admin-console")
                    .answeredAt(URI.create(portal.server() + "/admin/" + Portal.REALM + "/console/"));
        }

        @Test
        @DisplayName("asks an administrator of the realm for the password, whom a customer's provider vouches for")
        void provider() {
            signInByProvider();
            tab.open(adminConsole().begin().url());
            assertThat(tab.has("password")).as("%s", tab).isTrue();
        }

        @Test
        @DisplayName("lets the administrator in with the password, to the admin API too")
        void password() {
            var attempt = adminConsole().begin();
            tab.open(attempt.url()).username(user.username()).password(user.password());
            var tokens = adminConsole().redeem(attempt, tab.address()).tokens();
            assertThat(RecordRequests.users(portal, tokens)).isEqualTo(200);
        }

        @Test
        @DisplayName("is not replaced by an application with all roles, whose token a provider's word has brought")
        void otherClient() {
            portal.admin().changeClient(application.clientId(), client -> client.put("fullScopeAllowed", true));
            var attempt = application.begin();
            tab.open(attempt.url()).username(user.username());
            var tokens = application.redeem(attempt, tab);
            assertThat(String.valueOf(tokens.accessClaims().get("resource_access")))
                    .doesNotContain("view-users")
                    .doesNotContain("manage-account");
            assertThat(RecordRequests.users(portal, tokens)).isEqualTo(403);
        }
    }
}
