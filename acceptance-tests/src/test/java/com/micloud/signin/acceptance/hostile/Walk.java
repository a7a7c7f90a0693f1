package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.application.Attempt;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.application.TokenAnswer;
import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One browser that somebody walks about in, and beside it what must hold: a token is for a user whose password was entered
 * in this browser, and for an account of theirs that was picked for this very request.
 */
final class Walk {
    private static final int MOST_HOPS = 8;

    /** The people, and which accounts they have; the second one is an account of both. */
    record People(User self, User other, Account own, Account shared, Account others) {
        User person(Step.Person who) {
            return who == Step.Person.SELF ? self : other;
        }

        List<Account> accountsOf(User user) {
            return user.equals(self) ? List.of(own, shared) : List.of(shared, others);
        }

        String account(int which) {
            return switch (which) {
                case 0 -> own.number();
                case 1 -> shared.number();
                case 2 -> others.number();
                default -> "none";
            };
        }
    }

    /** A request of the application, the name that was entered for it last, and what was picked under which name. */
    private static final class Request {
        private final Attempt attempt;
        private final Set<String> picked = new HashSet<>();
        private String name = "";

        Request(Attempt attempt) {
            this.attempt = attempt;
        }

        void pick(String account) {
            picked.add(name + " " + account);
        }
    }

    private final OidcApplication application;
    private final People people;
    private final PlainBrowser browser = new PlainBrowser();
    private final List<List<PlainPage>> tabs = new ArrayList<>();
    private final Map<String, Request> requests = new HashMap<>();
    private final Set<String> passwordOf = new HashSet<>();
    private final Set<String> redeemed = new HashSet<>();
    private int tab;
    private int tokens;

    Walk(OidcApplication application, People people) {
        this.application = application;
        this.people = people;
        open(true);
    }

    /** Takes these steps. */
    void walk(List<Step> steps) {
        steps.forEach(this::go);
    }

    /** How many tokens there were on the way. */
    int tokens() {
        return tokens;
    }

    private void go(Step step) {
        if (step instanceof Step.Open opening) {
            open(opening.newTab());
        } else if (step instanceof Step.Answer answer) {
            answer(page(), answer, page().hasArrived() ? Optional.empty() : action(page()));
        } else if (step instanceof Step.Replay replay
                && replay.back() < tabs.get(tab).size()) {
            var earlier = tabs.get(tab).get(tabs.get(tab).size() - 1 - replay.back());
            answer(earlier, replay.answer(), earlier.hasArrived() ? Optional.empty() : action(earlier));
        } else if (step instanceof Step.Spoil spoil && !page().hasArrived()) {
            answer(page(), spoil.answer(), action(page()).map(address -> spoilt(address, spoil)));
        } else if (step instanceof Step.Back && tabs.get(tab).size() > 1) {
            tabs.get(tab).remove(tabs.get(tab).size() - 1);
        } else if (step instanceof Step.Reload && !page().hasArrived()) {
            show(page().reload());
        } else if (step instanceof Step.NotYou && !page().hasArrived() && page().has("not-you")) {
            show(page().follow("not-you"));
        } else if (step instanceof Step.Turn turn) {
            tab = turn.tab() % tabs.size();
        } else if (step instanceof Step.ForgetCookies) {
            browser.forgetCookies();
            passwordOf.clear();
        }
    }

    private void open(boolean newTab) {
        var attempt = application.begin();
        requests.put(attempt.state(), new Request(attempt));
        if (newTab) {
            tabs.add(new ArrayList<>());
            tab = tabs.size() - 1;
        }
        show(browser.open(attempt.url()));
    }

    private PlainPage page() {
        return tabs.get(tab).get(tabs.get(tab).size() - 1);
    }

    private void answer(PlainPage asking, Step.Answer answer, Optional<URI> to) {
        if (to.isEmpty()) {
            return;
        }
        var request = action(asking).flatMap(this::requestOf);
        var form = new HashMap<String, String>();
        if (asking.has("password")) {
            var right = answer.password() != Step.Person.NOBODY;
            form.put("password", right ? people.person(answer.password()).password() : "Wrong-one1");
            if (right) {
                passwordOf.add(people.person(answer.password()).username());
            }
        } else if (asking.has("accountIdentifier")) {
            var account = people.account(answer.account());
            form.put(answer.typed() || !asking.has("account") ? "accountIdentifier" : "account", account);
            request.ifPresent(known -> known.pick(account));
        } else if (asking.has("username")) {
            var name = answer.name() == Step.Person.NOBODY
                    ? Names.username()
                    : people.person(answer.name()).username();
            form.put("username", name);
            request.ifPresent(known -> known.name = name);
        } else {
            return;
        }
        show(browser.post(to.get(), form));
    }

    private void show(PlainPage shown) {
        tabs.get(tab).add(shown);
        if (shown.hasArrived()) {
            arrived(shown.arrival());
            return;
        }
        if (shown.status() >= 500) {
            throw new AssertionError("The server failed: " + shown);
        }
        if (shown.document().select("main a[href], form [type=submit]").isEmpty()) {
            throw new AssertionError("No way on: " + shown);
        }
    }

    private void arrived(URI arrival) {
        var answer = Parameters.of(arrival);
        var request = requests.get(answer.getOrDefault("state", ""));
        if (request == null) {
            throw new AssertionError("An answer to no request: " + arrival);
        }
        var code = answer.get("code");
        if (code != null
                && redeemed.add(code)
                && application.redeem(request.attempt, arrival) instanceof TokenAnswer.Given given) {
            tokens++;
            judge(given.tokens(), request);
        }
    }

    private void judge(Tokens issued, Request request) {
        var name = String.valueOf(issued.idClaims().get("preferred_username"));
        var number = AccountClaim.numberIn(issued.idClaims());
        if (!passwordOf.contains(name)) {
            throw new AssertionError("A token for " + name + ", whose password nobody entered");
        }
        var user = name.equals(people.self().username()) ? people.self() : people.other();
        if (people.accountsOf(user).stream()
                .noneMatch(account -> account.number().equals(number))) {
            throw new AssertionError("A token for " + number + ", which is no account of " + name);
        }
        if (!request.picked.contains(name + " " + number)) {
            throw new AssertionError(
                    "A token for " + number + ", which " + name + " has not picked: " + request.picked);
        }
        // Whoever signs in ends the session of whoever was signed in before.
        passwordOf.retainAll(Set.of(name));
    }

    /** From wherever the walk has led, what the pages themselves offer leads to a sign-in. */
    void signIn() {
        for (var hop = 0; hop < MOST_HOPS && !page().hasArrived(); hop++) {
            var page = page();
            var form = action(page);
            if (form.isPresent() && (asksForName(page) || isForSelf(page))) {
                answer(page, new Step.Answer(Step.Person.SELF, 0, false, Step.Person.SELF), form);
            } else {
                leave(page);
            }
        }
        if (!page().hasArrived()) {
            throw new AssertionError("No sign-in after " + MOST_HOPS + " pages: " + page());
        }
    }

    /** Follows the page's own way on: within the sign-in, or to the application, which then starts anew. */
    private void leave(PlainPage page) {
        var link =
                page.has("not-you") ? page.element("not-you") : page.document().selectFirst("main a[href]");
        if (link != null && link.attr("href").contains("/login-actions/")) {
            show(browser.open(URI.create(link.absUrl("href"))));
        } else {
            open(false);
        }
    }

    private static boolean asksForName(PlainPage page) {
        return page.has("username") && !page.has("password");
    }

    private boolean isForSelf(PlainPage page) {
        return (page.has("password") || page.has("accountIdentifier"))
                && page.body().contains(people.self().username());
    }

    private Optional<Request> requestOf(URI action) {
        var data = Parameters.of(action).getOrDefault("client_data", "");
        try {
            var decoded = new String(Base64.getUrlDecoder().decode(data), StandardCharsets.UTF_8);
            return Optional.ofNullable(
                    requests.get(Json.read(decoded).path("st").asText()));
        } catch (IllegalArgumentException e) {
            // Spoilt on purpose: whatever is picked there counts for no request.
            return Optional.empty();
        }
    }

    private static Optional<URI> action(PlainPage page) {
        return Optional.ofNullable(page.document().selectFirst("form[action*=session_code]"))
                .map(form -> URI.create(form.absUrl("action")));
    }

    private static URI spoilt(URI address, Step.Spoil spoil) {
        return URI.create(
                address.toString().replaceAll("([?&]" + spoil.parameter() + ")=[^&]*", "$1=" + spoil.value()));
    }
}
