package com.micloud.signin.acceptance.hostile;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What somebody does in a browser in the course of a random walk. */
sealed interface Step {
    /** Whose name or password is entered. */
    enum Person {
        SELF,
        OTHER,
        NOBODY
    }

    /** Opens the application, in this tab or a new one. */
    record Open(boolean newTab) implements Step {}

    /** Answers whatever the page asks, with this name, this account or this password. */
    record Answer(Person name, int account, boolean typed, Person password) implements Step {}

    /** Sends the form of a page that was shown earlier in this tab, filled in the same way. */
    record Replay(int back, Answer answer) implements Step {}

    /** Answers with a parameter of the form's address spoilt. */
    record Spoil(String parameter, String value, Answer answer) implements Step {}

    /** Goes back. */
    record Back() implements Step {}

    /** Loads the page again. */
    record Reload() implements Step {}

    /** Says "Not you?". */
    record NotYou() implements Step {}

    /** Goes on in another tab. */
    record Turn(int tab) implements Step {}

    /** Loses all cookies. */
    record ForgetCookies() implements Step {}

    /** Walks that get somewhere, and go astray on the way. */
    static Arbitrary<List<Step>> walks() {
        var people =
                Arbitraries.frequency(Tuple.of(6, Person.SELF), Tuple.of(3, Person.OTHER), Tuple.of(1, Person.NOBODY));
        var answers = Combinators.combine(
                        people, Arbitraries.integers().between(0, 3), Arbitraries.of(false, true), people)
                .as(Answer::new);
        var spoilt = Arbitraries.of("session_code", "tab_id", "execution", "client_data");
        Arbitrary<Step> steps = Arbitraries.frequencyOf(
                Tuple.of(12, answers.map(answer -> answer)),
                Tuple.of(3, Arbitraries.of(true, false).map(Open::new)),
                Tuple.of(
                        2,
                        Combinators.combine(Arbitraries.integers().between(1, 3), answers)
                                .as(Replay::new)),
                Tuple.of(
                        2,
                        Combinators.combine(spoilt, Arbitraries.of("", "x"), answers)
                                .as(Spoil::new)),
                Tuple.of(1, Arbitraries.just(new Back())),
                Tuple.of(1, Arbitraries.just(new Reload())),
                Tuple.of(1, Arbitraries.just(new NotYou())),
                Tuple.of(2, Arbitraries.integers().between(0, 2).map(Turn::new)),
                Tuple.of(1, Arbitraries.just(new ForgetCookies())));
        return steps.list().ofMinSize(4).ofMaxSize(24);
    }
}
