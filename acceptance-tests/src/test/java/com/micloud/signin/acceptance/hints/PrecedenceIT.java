package com.micloud.signin.acceptance.hints;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@AcceptanceTest
@DisplayName("What wins over what")
final class PrecedenceIT {
    private static final Map<String, Map<String, String>> SWITCHES = Map.of(
            "web", Map.of(),
            "session", Map.of("micloud.reentry", "session"),
            "desktop", Map.of("micloud.kind", "desktop"),
            "after", Map.of("micloud.accountSelection", "after"),
            "without sso", Map.of("micloud.sso", "false"));

    static List<PrecedenceRow> rows() {
        return PrecedenceRow.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    @DisplayName("is as the table in docs/hints.md says")
    void row(PrecedenceRow row, Portal portal) {
        try (var cast = new Cast(portal, row.accounts())) {
            var clientId = portal.admin().application(SWITCHES.get(row.application()));
            var tab = PlainTab.fresh();
            before(row, cast, portal, clientId, tab);
            var visits = cast.visits();
            var application = OidcApplication.of(portal, clientId);
            for (var parameter : row.parameters().entrySet()) {
                application = application.with(parameter.getKey(), cast.real(parameter.getValue()));
            }
            var attempt = application.begin();
            tab.open(attempt.url());
            new Outcome(cast, application, attempt, tab, cast.visits() - visits).assertIs(row.outcome());
        }
    }

    private static void before(PrecedenceRow row, Cast cast, Portal portal, String clientId, PlainTab tab) {
        if (row.before().equals("nobody")) {
            return;
        }
        var words = row.before().split(" ", -1);
        var user = cast.user(words[0]);
        var there = row.signedInElsewhere() ? portal.admin().application(Map.of()) : clientId;
        tab.open(OidcApplication.of(portal, there).begin().url()).username(user.username());
        if (cast.hasSeveral(words[0])) {
            tab.pickAccount(cast.account(words[2]).number());
        }
        if (!tab.page().hasArrived()) {
            tab.password(user.password());
        }
        tab.arrival();
    }

    /** What the browser got. */
    private record Outcome(Cast cast, OidcApplication application, Attempt attempt, PlainTab tab, int visits) {
        void assertIs(String expected) {
            var words = expected.split(", ", -1);
            switch (words[0]) {
                case "username" -> {
                    assertThat(tab.has("username")).as("%s", tab).isTrue();
                    assertThat(tab.error()).isEmpty();
                }
                case "account" -> assertThat(tab.heading()).as("%s", tab).isEqualTo("Multiple accounts located");
                case "choice of providers" ->
                    assertThat(tab.page().document().select("#sso, [id^=sso-]"))
                            .as("%s", tab)
                            .isNotEmpty();
                case "password" -> assertPassword(words);
                case "provider" -> {
                    assertThat(visits).isEqualTo(1);
                    assertIn(words[1].replace("then ", ""));
                }
                default -> assertAnswer(words[0]);
            }
        }

        private void assertPassword(String[] words) {
            assertThat(tab.has("password")).as("%s", tab).isTrue();
            assertThat(visits).isZero();
            if (words.length > 1) {
                var letter = words[1].replace("then ", "");
                tab.password(cast.user(letter.equals("B") ? "Bob" : "Ann").password());
                assertIn(letter);
            }
        }

        private void assertAnswer(String expected) {
            assertThat(visits).isZero();
            if (expected.startsWith("error ")) {
                assertThat(Parameters.of(tab.arrival())).containsEntry("error", expected.substring(6));
            } else {
                assertIn(expected);
            }
        }

        private void assertIn(String letter) {
            assertThat(AccountClaim.numberIn(application.redeem(attempt, tab).idClaims()))
                    .isEqualTo(cast.account(letter).number());
        }
    }
}
