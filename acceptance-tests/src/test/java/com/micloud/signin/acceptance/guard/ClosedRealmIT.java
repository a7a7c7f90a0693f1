package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.Attack;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@AcceptanceTest
@DisplayName("A realm whose guard cannot do its work")
final class ClosedRealmIT {
    private static final String GUARD = "/authentication/required-actions/micloud-guard";

    /** What an operator does to the guard. */
    enum Spoilt {
        OFF,
        NOT_FIRST,
        REMOVED
    }

    private Portal portal;
    private User user;
    private OidcApplication application;
    private Tokens tokens;
    private JsonNode guard;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        user = Member.of(portal).in("password").make();
        application = OidcApplication.made(portal);
        tokens = application.signIn(PlainTab.wantingPages(), user);
        guard = portal.admin().get(GUARD);
    }

    @AfterEach
    void mend() {
        if (portal.admin().send("GET", GUARD, "").statusCode() == 404) {
            portal.admin()
                    .send(
                            "POST",
                            "/authentication/register-required-action",
                            "{\"providerId\":\"micloud-guard\",\"name\":\"MiCloud guard\"}");
        }
        portal.admin().put(GUARD, guard);
    }

    private void spoil(Spoilt how) {
        switch (how) {
            case OFF -> portal.admin().change(GUARD, node -> node.put("enabled", false));
            case NOT_FIRST -> portal.admin().change(GUARD, node -> node.put("priority", 45));
            case REMOVED -> portal.admin().delete(GUARD);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("shows nobody more than a page that says so")
    void signIn(Spoilt how) {
        spoil(how);
        var attack = Attack.on(portal, user);
        var tab = PlainTab.wantingPages();
        tab.open(application.begin().url());
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
        assertThat(tab.has("username")).isFalse();
        attack.assertReported("realm_misconfigured");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("answers no refresh")
    void refresh(Spoilt how) {
        spoil(how);
        assertThat(application.refresh(tokens).error()).isEqualTo("invalid_grant");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("answers no direct grant")
    void directGrant(Spoilt how) {
        portal.admin().changeClient(application.clientId(), client -> client.put("directAccessGrantsEnabled", true));
        spoil(how);
        assertThat(application
                        .grant(Map.of(
                                "grant_type",
                                "password",
                                "username",
                                user.username(),
                                "password",
                                user.password(),
                                "scope",
                                "openid"))
                        .error())
                .isIn("invalid_grant", "access_denied");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("lets nobody in whose sign-in was under way")
    void underWay(Spoilt how) {
        var tab = PlainTab.wantingPages();
        tab.open(application.begin().url()).username(user.username());
        spoil(how);
        tab.password(user.password());
        assertThat(tab.page().hasArrived()).as("%s", tab).isFalse();
        assertThat(tab.page().status()).as("%s", tab).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("answers no request to the account API")
    void accountApi(Spoilt how) {
        var console = new AccountConsole(portal);
        var own = console.signIn(PlainTab.wantingPages(), user);
        spoil(how);
        assertThat(console.read(own).statusCode()).isEqualTo(403);
    }

    @Test
    @DisplayName("is open again once it is mended")
    void mended() {
        spoil(Spoilt.NOT_FIRST);
        mend();
        application.signIn(PlainTab.wantingPages(), user);
    }
}
