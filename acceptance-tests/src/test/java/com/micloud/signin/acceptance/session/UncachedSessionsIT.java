package com.micloud.signin.acceptance.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.OnUncachedSessions;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sessions of users in the database only: the default of Keycloak 26.8, an option of 26.7. */
@AcceptanceTest
@OnUncachedSessions
@InWholeRuns("statements with the sessions in the database only")
@DisplayName("With the sessions of users in the database only, SQL statements")
final class UncachedSessionsIT {
    /** Two numbers of accounts, each with a provider: what costs one more for each of them shows. */
    private static final List<Integer> MEMBERSHIPS = List.of(3, 30);

    /** What the server does by itself meanwhile adds to one visit, and hardly to the same step of three. */
    private static final int MEASURED = 3;

    private final List<String> report = new ArrayList<>();

    @Test
    @DisplayName("that read for pages and tokens do not grow with accounts, memberships, providers and proofs")
    void flat(Portal portal) throws IOException {
        var costs = new ArrayList<Map<String, Integer>>();
        try (var provider = new StandInOidcProvider()) {
            for (var count : MEMBERSHIPS) {
                costs.add(cost(portal, provider, count));
            }
        }
        Files.write(Settings.target().resolve("statements-of-uncached-sessions.txt"), report);

        assertThat(costs.get(1)).as("%s", report).isEqualTo(costs.get(0));
        assertThat(costs.get(0))
                .as("pages of a browser without a session")
                .containsEntry("the username page", 0)
                .containsEntry("the account page", 0)
                .containsEntry("the password page", 0);
    }

    private Map<String, Integer> cost(Portal portal, StandInOidcProvider provider, int count) {
        var user = portal.admin().user();
        var accounts = new ArrayList<Account>();
        for (var i = 0; i < count; i++) {
            var account = portal.admin().account("sso-optional");
            portal.admin().provider(account, another(provider.representation(), i));
            accounts.add(account);
        }
        portal.memberships().join(user, accounts);
        var first = OidcApplication.of(portal, portal.admin().application(Map.of()));
        var second = OidcApplication.of(portal, portal.admin().application(Map.of()));
        visit(portal, first, second, user, accounts);
        visit(portal, first, second, user, accounts);
        var least = new LinkedHashMap<String, List<String>>();
        for (var time = 0; time < MEASURED; time++) {
            visit(portal, first, second, user, accounts)
                    .forEach((step, statements) ->
                            least.merge(step, statements, (one, other) -> reads(other) < reads(one) ? other : one));
        }
        var costs = new LinkedHashMap<String, Integer>();
        least.forEach((step, statements) -> {
            costs.put(step, reads(statements));
            var line = "%-46s %3d accounts: %3d".formatted(step, count, statements.size());
            report.add(line);
            LeftOut.measured("uncached sessions, SQL statements of " + line);
            statements.stream().limit(20).forEach(statement -> report.add("    " + statement));
        });
        return costs;
    }

    /** Keycloak writes the time of the last refresh only where it is another second than before. */
    private static int reads(List<String> statements) {
        return (int) statements.stream()
                .filter(statement -> statement.contains(" select ") && !statement.contains(" for no key update"))
                .count();
    }

    private static Map<String, Object> another(Map<String, Object> representation, int number) {
        var other = new HashMap<>(representation);
        other.put("alias", representation.get("alias") + "-" + number + "-" + System.nanoTime());
        return other;
    }

    /** A sign-in with the password, a second application in the same browser, and the tokens of both. */
    private static Map<String, List<String>> visit(
            Portal portal, OidcApplication first, OidcApplication second, User user, List<Account> accounts) {
        var sql = portal.sql();
        var tab = PlainTab.fresh();
        var steps = new LinkedHashMap<String, List<String>>();
        var number = accounts.get(0).number();

        var attempt = first.begin();
        steps.put("the username page", sql.during(() -> tab.open(attempt.url())));
        steps.put("the account page", sql.during(() -> tab.username(user.username())));
        steps.put("the password page", sql.during(() -> tab.pickAccount(number)));
        steps.put("the password, which ends in a session", sql.during(() -> tab.password(user.password())));
        var code = tab.arrival();
        steps.put("tokens", sql.during(() -> first.redeem(attempt, code)));

        var again = second.begin();
        steps.put("the username page, signed in", sql.during(() -> tab.open(again.url())));
        steps.put("the account page, signed in", sql.during(() -> tab.username(user.username())));
        steps.put("the account, which ends in the session", sql.during(() -> tab.pickAccount(number)));
        var tokens = second.redeem(again, tab);
        assertThat(AccountClaim.numberIn(tokens.idClaims())).isEqualTo(number);
        steps.put("a refresh", sql.during(() -> second.refresh(tokens).tokens()));
        steps.put("userinfo", sql.during(() -> second.userinfo(tokens)));
        return steps;
    }
}
