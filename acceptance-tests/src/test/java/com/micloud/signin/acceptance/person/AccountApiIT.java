package com.micloud.signin.acceptance.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.AccountConsole;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.StockRealm;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@DisplayName("Keycloak's account API")
final class AccountApiIT {
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
        user = Member.of(portal).in("sso-optional", provider).make();
        application = OidcApplication.made(portal);
        // What an operator's own client has unless it is told otherwise.
        portal.admin().changeClient(application.clientId(), client -> client.put("fullScopeAllowed", true));
    }

    @AfterEach
    void present() {
        portal.clock().reset();
    }

    private Tokens byPassword() {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).password(user.password());
        return application.redeem(attempt, tab);
    }

    private Tokens byProvider() {
        var attempt = application.begin();
        tab.open(attempt.url()).username(user.username()).press("sso");
        return application.redeem(attempt, tab);
    }

    /** Gives back the roles that tokens of providers do not carry: Keycloak looks them up for light tokens. */
    private void lighten() {
        portal.admin().changeClient(application.clientId(), client -> client.withObject("/attributes")
                .put("client.use.lightweight.access.token.enabled", "true"));
    }

    private HttpResponse<String> ask(String method, String path, Tokens tokens) {
        return console.api(method, path, method.equals("POST") ? Map.of() : null, tokens);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, /",
        "POST, /",
        "GET, /sessions",
        "GET, /sessions/devices",
        "DELETE, /sessions",
        "GET, /credentials",
        "DELETE, /credentials/some",
        "PUT, /credentials/some/label",
        "GET, /linked-accounts",
        "GET, /organizations",
        "GET, /groups",
        "GET, /applications",
        "GET, /applications/account-portal/consent",
        "GET, /v1/",
        "GET, /v1/sessions"
    })
    @DisplayName("answers no token that a provider's word has brought, light ones included")
    void provider(String method, String path) {
        lighten();
        var tokens = byProvider();
        assertThat(ask(method, path, tokens).statusCode()).isIn(401, 403);
        assertThat(portal.admin().sessions(user)).isEqualTo(1);
    }

    @Test
    @DisplayName("answers an application whose user has just given the password, and no more five minutes later")
    void fiveMinutes() {
        var tokens = byPassword();
        assertThat(console.read(tokens).statusCode()).isEqualTo(200);
        portal.clock().forward(Duration.ofMinutes(6));
        tokens = application.refresh(tokens).tokens();
        assertThat(console.read(tokens).statusCode()).isIn(401, 403);
    }

    @Test
    @DisplayName("shows and ends the person's sessions in the console that was entered by the password")
    void ownSessions() {
        byProvider();
        var tokens = console.signIn(PlainTab.wantingPages(), user);
        var sessions = console.api("GET", "/sessions", null, tokens);
        assertThat(sessions.statusCode()).isEqualTo(200);
        assertThat(portal.admin().sessions(user)).isEqualTo(2);
        assertThat(console.api("DELETE", "/sessions", null, tokens).statusCode())
                .isEqualTo(204);
        assertThat(portal.admin().sessions(user)).isEqualTo(1);
    }

    @Test
    @DisplayName("works as Keycloak made it in a realm without the guard")
    void stock() {
        try (var stock = new StockRealm(portal)) {
            var person = stock.admin().user();
            var clientId = stock.application(Map.of("directAccessGrantsEnabled", true));
            var answer = StockGrant.of(portal, stock, clientId, person);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("new-" + person.username());
        }
    }
}
