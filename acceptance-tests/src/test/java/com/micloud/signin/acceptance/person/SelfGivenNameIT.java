package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A username that a person gave themselves")
final class SelfGivenNameIT {
    @AutoClose
    private final StandInOidcProvider provider = new StandInOidcProvider();

    private final String fresh = Names.username();
    private Portal portal;
    private User user;
    private User renamed;
    private OidcApplication application;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("sso-required", provider).in("password").make();
        renamed = user.renamed(fresh);
        application = OidcApplication.made(portal);
    }

    private void rename() {
        var console = new AccountConsole(portal);
        var tokens = console.signIn(PlainTab.wantingPages(), user);
        assertThat(console.save(user, Map.of("username", fresh), tokens).statusCode())
                .isEqualTo(204);
        assertThat(ConfirmMail.to(portal, fresh, 1).confirm().has("done")).isTrue();
    }

    private PlainTab enter(Attempt attempt, String username) {
        var tab = PlainTab.wantingPages();
        tab.open(attempt.url()).username(username).pickAccount(user.account().number());
        return tab;
    }

    private String signIn() {
        var attempt = application.begin();
        return AccountClaim.numberIn(
                application.redeem(attempt, enter(attempt, fresh)).idClaims());
    }

    @Test
    @DisplayName("proves nothing to a provider they were never linked at")
    void refused() {
        rename();
        // An insider of the customer has the name there.
        provider.signsIn("subject-of-the-insider", fresh);
        var attack = Attack.on(portal, renamed);
        attack.failed(enter(application.begin(), fresh).page(), 403, "renamed");
    }

    @Test
    @DisplayName("counts once an administrator has confirmed the person")
    void confirmed() {
        rename();
        provider.signsIn(fresh);
        portal.admin().change("/users/" + user.id(), node -> {
            assertThat(node.at("/attributes/micloud.renamed/0").asText()).isEqualTo(fresh);
            ((ObjectNode) node.get("attributes")).remove("micloud.renamed");
        });
        assertThat(signIn()).isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("counts once an administrator has given another one")
    void givenByAdministrator() {
        rename();
        var given = Names.username();
        portal.admin().rename(user, given);
        provider.signsIn(given);
        var attempt = application.begin();
        application.redeem(attempt, enter(attempt, given));
    }

    @Test
    @DisplayName("does not end a link that was there before, once the provider asserts the new name")
    void linkedBefore() {
        provider.link(portal.admin(), user);
        rename();
        provider.signsIn(provider.subjectOf(user.username()), fresh);
        assertThat(signIn()).isEqualTo(user.account().number());
    }

    @Test
    @DisplayName("is not written by the person: neither set nor cleared")
    void notWritable() {
        rename();
        var console = new AccountConsole(portal);
        var tokens = console.signIn(PlainTab.wantingPages(), renamed);
        var answer = console.api(
                "POST",
                "",
                Map.of(
                        "username",
                        fresh,
                        "email",
                        user.username(),
                        "firstName",
                        "Test",
                        "lastName",
                        "User",
                        "attributes",
                        Map.of("micloud.renamed", List.of("other"))),
                tokens);
        assertThat(answer.statusCode()).isIn(204, 400);
        assertThat(portal.admin()
                        .get("/users/" + user.id())
                        .at("/attributes/micloud.renamed/0")
                        .asText())
                .isEqualTo(fresh);
    }
}
