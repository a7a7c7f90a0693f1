package com.micloud.signin.acceptance.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.OnPostgres;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@AcceptanceTest
@OnPostgres
@DisplayName("SQL statements")
final class StatementsIT {
    private static final List<Integer> MEMBERSHIPS = List.of(1, 3, 50);
    private static final String FINISH = "the password, which ends in a session";

    @Test
    @DisplayName("of a warm page are none, however many accounts the user has")
    void pages(Portal portal) throws IOException {
        var report = new ArrayList<String>();
        var pages = new LinkedHashMap<String, Integer>();
        var finishing = new ArrayList<Integer>();
        for (var count : MEMBERSHIPS) {
            var user = portal.admin().user();
            var accounts = new ArrayList<Account>();
            for (var i = 0; i < count; i++) {
                accounts.add(portal.admin().account("password"));
            }
            portal.memberships().join(user, accounts);
            var application = OidcApplication.made(portal);
            signIn(portal, application, user, accounts);
            signIn(portal, application, user, accounts);
            signIn(portal, application, user, accounts).forEach((step, statements) -> {
                var line = "%-40s %3d accounts: %3d".formatted(step, count, statements.size());
                report.add(line);
                LeftOut.measured("SQL statements of " + line);
                statements.stream().limit(8).forEach(statement -> report.add("    " + statement));
                if (step.equals(FINISH)) {
                    finishing.add(statements.size());
                } else {
                    pages.put(step + " with " + count, statements.size());
                }
            });
        }
        Files.write(Settings.target().resolve("statements.txt"), report);

        assertThat(pages)
                .allSatisfy((page, statements) -> assertThat(statements).isZero());
        assertThat(finishing.get(finishing.size() - 1))
                .as("what a sign-in costs does not grow with the accounts")
                .isEqualTo(finishing.get(0));
    }

    @ParameterizedTest(name = "domain registered: {0}")
    @CsvSource({"true, 1", "false, 3"})
    @DisplayName(
            "of the page after an unknown username are few: for the name, and for a domain that nobody has registered")
    void unknown(boolean registered, int most, Portal portal) {
        var domain = Names.word() + ".example";
        var account = portal.admin().account("password");
        if (registered) {
            portal.admin().registerDomains(account, domain);
        }
        var application = OidcApplication.made(portal);
        var statements = List.of("");
        for (var i = 0; i < 3; i++) {
            var tab = PlainTab.fresh();
            tab.open(application.begin().url());
            statements = portal.sql().during(() -> tab.username(Names.word() + "@" + domain));
            assertThat(tab.has("password")).isTrue();
        }
        LeftOut.measured("SQL statements of the page after an unknown username, domain registered: %s: %d"
                .formatted(registered, statements.size()));
        assertThat(statements).hasSizeLessThanOrEqualTo(most);
    }

    private static Map<String, List<String>> signIn(
            Portal portal, OidcApplication application, User user, List<Account> accounts) {
        var sql = portal.sql();
        var tab = PlainTab.fresh();
        var attempt = application.begin();
        var steps = new LinkedHashMap<String, List<String>>();
        steps.put("the username page", sql.during(() -> tab.open(attempt.url())));
        steps.put("the page after the username", sql.during(() -> tab.username(user.username())));
        if (accounts.size() > 1) {
            steps.put(
                    "the page after the account",
                    sql.during(() -> tab.pickAccount(accounts.get(0).number())));
        }
        steps.put("the password page again", sql.during(tab::reload));
        steps.put(FINISH, sql.during(() -> tab.password(user.password())));
        tab.arrival();
        return steps;
    }
}
