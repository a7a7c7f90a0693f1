package com.micloud.signin.acceptance.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A link between a user and a provider")
final class ProviderLinksIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private Portal portal;
    private User user;
    private OidcApplication application;
    private PlainTab tab;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("sso-optional", provider).make();
        application = OidcApplication.made(portal);
        tab = PlainTab.wantingPages();
    }

    private Tokens signInWithPassword() {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        return application.redeem(attempt, tab);
    }

    private HttpResponse<String> linkedAccounts(String method, Tokens tokens, String query) {
        var address = portal.realm("account/linked-accounts/" + provider.alias()) + query;
        return Http.send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + tokens.accessToken())
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    @Test
    @DisplayName("is not removed by its user, though the account console lets users change everything else")
    void notUnlinkedByUser() {
        portal.admin().link(user, provider.alias(), "subject", user.username());
        var attack = Attack.on(portal, user);
        var tokens = signInWithPassword();
        assertThat(linkedAccounts("DELETE", tokens, "").statusCode()).isEqualTo(403);
        assertThat(portal.admin().links(user)).containsEntry(provider.alias(), "subject");
        attack.assertReported("not_allowed");
    }

    @Test
    @DisplayName("is removed by an administrator")
    void unlinkedByAdministrator() {
        portal.admin().link(user, provider.alias(), "subject", user.username());
        portal.admin().delete("/users/" + user.id() + "/federated-identity/" + provider.alias());
        assertThat(portal.admin().links(user)).isEmpty();
    }

    @Test
    @DisplayName("goes with its provider and its user")
    void goesWithThem() {
        portal.admin().link(user, provider.alias(), "subject", user.username());
        portal.admin().delete("/identity-provider/instances/" + provider.alias());
        assertThat(portal.admin().links(user)).isEmpty();
        portal.admin().delete(user);
    }

    @Test
    @DisplayName("is not prepared by the account console")
    void noAddressForLinking() {
        var tokens = signInWithPassword();
        var answer = linkedAccounts(
                "GET",
                tokens,
                "?redirectUri=" + Parameters.encode(portal.realm("account/").toString()));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("that is refused leaves no event that reads as if it had been made, however often the page is drawn")
    void refused() {
        provider.signsIn("subject", "somebody.else@customer.example");
        var attack = Attack.on(portal, user);
        tab.open(application.begin().url()).username(user.username()).press("sso");
        attack.failed(tab.page(), 403, "username_mismatch");
        tab.reload();
        assertThat(portal.events().of(application.clientId()))
                .filteredOn(event -> event.type().startsWith("IDENTITY_PROVIDER_FIRST_LOGIN"))
                .isNotEmpty()
                .allSatisfy(event -> {
                    assertThat(event.error()).isEqualTo("access_denied");
                    assertThat(event.userId()).isEqualTo(user.id());
                    assertThat(event.detail("micloud_refusal")).isEqualTo("username_mismatch");
                    assertThat(event.detail("micloud_account"))
                            .isEqualTo(user.account().number());
                });
    }

    @Test
    @DisplayName("is not made because an application wants it (kc_action=idp_link)")
    void notByAction() {
        provider.signsIn("subject", user.username());
        signInWithPassword();
        var attack = Attack.on(portal, user);
        tab.open(application
                .with("kc_action", "idp_link:" + provider.alias())
                .begin()
                .url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        assertThat(provider.requests()).isEmpty();
        attack.assertNobodyGotIn(tab.page());
    }

    @Test
    @DisplayName("is not made because an application wants it, even where an operator switched that on")
    void notByActionSwitchedOn() {
        provider.signsIn("subject", "somebody.else@customer.example");
        signInWithPassword();
        var attack = Attack.on(portal, user);
        var action = "/authentication/required-actions/idp_link";
        portal.admin().change(action, node -> node.put("enabled", true));
        try {
            tab.open(application
                    .with("kc_action", "idp_link:" + provider.alias())
                    .begin()
                    .url());
            if (tab.has("username")) {
                tab.username(user.username());
            }
            tab.press("kc-continue");
        } finally {
            portal.admin().change(action, node -> node.put("enabled", false));
        }
        assertThat(provider.requests()).hasSize(1);
        attack.failed(tab.page(), 403, "not_allowed");
    }
}
