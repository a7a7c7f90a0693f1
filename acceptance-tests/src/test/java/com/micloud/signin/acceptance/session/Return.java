package com.micloud.signin.acceptance.session;

import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.routing.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Ann comes back to an application of one kind: brings a browser into a state, and notes what it is asked for then. */
final class Return {
    private static final Map<String, Map<String, String>> SWITCHES = Map.of(
            "web", Map.of(),
            "mobile", Map.of("micloud.kind", "mobile"),
            "desktop", Map.of("micloud.kind", "desktop"),
            "credentials", Map.of("micloud.reentry", "credentials"),
            "session", Map.of("micloud.reentry", "session"));
    private static final Map<String, String> LETTERS =
            Map.of("password", "Q", "sso-optional", "O", "sso-preferred", "T", "sso-required", "S");
    private static final int MOST_PAGES = 6;

    private final Portal portal;
    private final Cast cast;
    private final ReturningRow row;
    private final String wanted;
    private final OidcApplication application;

    Return(Portal portal, Cast cast, ReturningRow row) {
        this.portal = portal;
        this.cast = cast;
        this.row = row;
        this.wanted = letter(row.policy());
        this.application = OidcApplication.of(portal, portal.admin().application(SWITCHES.get(row.kind())));
    }

    /** The letter of the account with this policy. */
    static String letter(String policy) {
        return LETTERS.get(policy);
    }

    /** Gives the browser its past. */
    PlainTab prepare(PlainTab tab) {
        if (row.browser() == Browser.NEVER_SEEN) {
            return tab;
        }
        var there = row.browser().here() ? application : OidcApplication.made(portal);
        var past = row.browser().account().equals("X") ? wanted : row.browser().account();
        var tokens = new Pages(tab, past, row.browser().byProvider()).through(there, there.begin());
        switch (row.browser()) {
            case ENDED -> portal.admin().endBrowserSessions(cast.user("Ann"));
            case CLOSED -> tab.browser().forgetCookies();
            case SIGNED_OUT -> tab.open(there.logoutUrl(tokens));
            default -> {
                // The session stays.
            }
        }
        return tab;
    }

    /** What is asked for, page by page, and where it leads if not to Ann in the account that is wanted. */
    String asked(PlainTab tab) {
        var pages = new Pages(tab, wanted, false);
        var tokens = pages.through(application, application.begin());
        return (pages.asked.isEmpty() ? "nothing" : String.join(", ", pages.asked)) + ending(tokens);
    }

    /** What the application gets when it allows no page. */
    String silently(PlainTab tab) {
        var silent = application.with("prompt", "none");
        var attempt = silent.begin();
        var visits = cast.visits();
        tab.open(attempt.url());
        if (cast.visits() != visits) {
            throw new AssertionError("A silent request went to a provider");
        }
        var answer = Parameters.of(tab.arrival());
        return answer.containsKey("error") ? answer.get("error") : "code" + ending(silent.redeem(attempt, tab));
    }

    private String ending(Tokens tokens) {
        if (!tokens.idClaims().get("preferred_username").equals(cast.user("Ann").username())) {
            return ", stays somebody else";
        }
        return AccountClaim.numberIn(tokens.idClaims())
                        .equals(cast.account(wanted).number())
                ? ""
                : ", stays there";
    }

    /** A person at the pages, who does what each asks for. */
    private final class Pages {
        private final PlainTab tab;
        private final String letter;
        private final boolean prefersProvider;
        private final List<String> asked = new ArrayList<>();

        Pages(PlainTab tab, String letter, boolean prefersProvider) {
            this.tab = tab;
            this.letter = letter;
            this.prefersProvider = prefersProvider;
        }

        Tokens through(OidcApplication there, Attempt attempt) {
            var visits = cast.visits();
            tab.open(attempt.url());
            for (var page = 0; page < MOST_PAGES && !tab.page().hasArrived(); page++) {
                answer();
            }
            if (cast.visits() != visits && asked.stream().noneMatch(page -> page.contains("provider"))) {
                asked.add("provider");
            }
            return there.redeem(attempt, tab);
        }

        private void answer() {
            var person = cast.user(letter.equals("B") ? "Bob" : "Ann");
            if (tab.has("username")) {
                asked.add("username");
                tab.username(person.username());
            } else if (tab.has("account")) {
                asked.add("account");
                tab.pickAccount(cast.account(letter).number());
            } else if (tab.has("password")) {
                var beside = tab.has("sso");
                asked.add(beside ? "password or provider" : "password");
                if (beside && prefersProvider) {
                    tab.press("sso");
                } else {
                    tab.passwordAgain(person.password());
                }
            } else if (tab.has("enter-password")) {
                asked.add("provider or password");
                tab.press(prefersProvider ? "sso" : "enter-password");
                if (tab.has("password")) {
                    tab.passwordAgain(person.password());
                }
            } else {
                throw new AssertionError("Not a page that asks for something: " + tab);
            }
        }
    }
}
