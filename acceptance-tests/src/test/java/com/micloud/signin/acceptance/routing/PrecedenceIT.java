package com.micloud.signin.acceptance.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.SamlApplication;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
            var application = application(row, portal);
            var tab = PlainTab.fresh();
            before(row, cast, portal, application, tab);
            var visits = cast.visits();
            var parameters = new LinkedHashMap<>(row.parameters());
            parameters.replaceAll((name, value) -> cast.real(value));
            var asking = application.apply(parameters);
            tab.open(asking.url());
            new Outcome(cast, asking, tab, cast.visits() - visits).assertIs(row.outcome());
        }
    }

    /** How the application of a row asks with these parameters. */
    private static Function<Map<String, String>, Asking> application(PrecedenceRow row, Portal portal) {
        if (row.application().equals("saml")) {
            var application = SamlApplication.made(portal, Map.of());
            return parameters -> Asking.saml(application, parameters);
        }
        return oidc(portal, SWITCHES.get(row.application()));
    }

    private static Function<Map<String, String>, Asking> oidc(Portal portal, Map<String, String> switches) {
        var application = OidcApplication.made(portal, switches);
        return parameters -> Asking.oidc(application, parameters);
    }

    private static void before(
            PrecedenceRow row,
            Cast cast,
            Portal portal,
            Function<Map<String, String>, Asking> application,
            PlainTab tab) {
        if (row.before().equals("nobody")) {
            return;
        }
        var words = row.before().split(" ", -1);
        var user = cast.user(words[0]);
        var there = row.signedInElsewhere() ? oidc(portal, Map.of()) : application;
        tab.open(there.apply(Map.of()).url()).username(user.username());
        if (cast.hasSeveral(words[0])) {
            tab.pickAccount(cast.account(words[2]).number());
        }
        if (!tab.page().hasArrived()) {
            tab.password(user.password());
        }
        tab.arrival();
    }

    /** What the browser got. */
    private record Outcome(Cast cast, Asking asking, PlainTab tab, int visits) {
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
                assertThat(asking.refusal(tab)).isEqualTo(expected.substring(6));
            } else {
                assertIn(expected);
            }
        }

        private void assertIn(String letter) {
            assertThat(asking.accountNumber(tab)).isEqualTo(cast.account(letter).number());
        }
    }
}
