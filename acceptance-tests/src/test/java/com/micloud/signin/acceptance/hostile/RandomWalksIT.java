package com.micloud.signin.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Run with `-Dmicloud.seed=<number>` it takes other walks. */
@AcceptanceTest
@DisplayName("Whoever walks about in the sign-in")
final class RandomWalksIT {
    private static final long SEED = Long.getLong("micloud.seed", 26_07_03);
    private static final int WALKS = Settings.whole() ? 100 : 40;
    private static final int MOST_SHRINKS = 60;

    private Portal portal;
    private OidcApplication application;
    private Walk.People people;

    @BeforeEach
    void meet(Portal portal) {
        this.portal = portal;
        var admin = portal.admin();
        application = OidcApplication.made(portal);
        people = new Walk.People(
                admin.user(),
                admin.user(),
                admin.account("password"),
                admin.account("password"),
                admin.account("password"));
        admin.join(people.self(), people.own(), people.shared());
        admin.join(people.other(), people.shared(), people.others());
    }

    @Test
    @DisplayName("gets a token for their own password and picked account only, and always has a way on")
    void walks() {
        var tokens = new ArrayList<Integer>();
        var failure = new ArrayList<String>();
        JqwikSession.run(() -> {
            var random = new Random(SEED);
            var walks = Step.walks().generator(1000);
            for (var number = 0; number < WALKS && failure.isEmpty(); number++) {
                var walk = walks.next(random);
                var wrong = wrongWith(walk.value(), tokens);
                if (wrong.isPresent()) {
                    failure.add("walk " + number + ", seed " + SEED + ": " + smallest(walk, wrong.get()));
                }
            }
        });
        assertThat(failure).isEmpty();
        var issued = tokens.stream().mapToInt(Integer::intValue).sum();
        LeftOut.measured("%d random walks, seed %d, with %d tokens".formatted(WALKS, SEED, issued));
        // Walks that get nowhere would prove nothing.
        assertThat(issued).isGreaterThan(WALKS);
    }

    private Optional<String> wrongWith(List<Step> steps, List<Integer> tokens) {
        var walk = new Walk(application, people);
        try {
            walk.walk(steps);
            portal.admin().unlock(people.self());
            portal.admin().unlock(people.other());
            walk.signIn();
            tokens.add(walk.tokens());
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(e.getMessage() + "\n    " + steps);
        }
    }

    private String smallest(Shrinkable<List<Step>> walk, String wrong) {
        var smallest = wrong;
        Optional<Shrinkable<List<Step>>> current = Optional.of(walk);
        for (var i = 0; i < MOST_SHRINKS && current.isPresent(); i++) {
            current = current.get()
                    .shrink()
                    .limit(MOST_SHRINKS)
                    .filter(shorter ->
                            wrongWith(shorter.value(), new ArrayList<>()).isPresent())
                    .findFirst();
            if (current.isPresent()) {
                smallest = wrongWith(current.get().value(), new ArrayList<>()).orElse(smallest);
            }
        }
        return smallest;
    }
}
