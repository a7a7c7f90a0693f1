package com.micloud.signin.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.application.AccountClaim;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Run with `-Dmicloud.seed=<number>` it makes up other attacks. */
@AcceptanceTest
@DisplayName("Hostile input")
final class HostileInputIT {
    private static final long SEED = Long.getLong("micloud.seed", 26_07_03);
    private static final int MIXTURES = 1500;
    private static final int LANES = 4;
    /** Of the attacks one in so many goes through the proxy as well. */
    private static final int ONE_IN = 13;

    /** So many findings are made smaller and shown; the others have the same cause, most often. */
    private static final int SHOWN = 5;

    @Test
    @DisplayName("gets a lawful answer, leaves no line of its own in the log, and harms nobody")
    void barrage(Portal portal) {
        var all = new Attacks(SEED).all(MIXTURES);
        var attacks = Settings.whole() ? all : Attacks.sample(all);
        var scenes =
                IntStream.range(0, LANES).mapToObj(lane -> new Scene(portal)).toList();
        try {
            var saved = scenes.stream().map(Scene::saved).toList();
            var barrage = new Barrage(scenes, portal.server().getPort(), new Laws(portal.server(), true));
            var lanes = new ArrayList<Barrage.Lane>();
            var begun = System.nanoTime();
            var log = portal.jsonLog().textDuring(() -> lanes.addAll(barrage.send(attacks)));
            var seconds = (System.nanoTime() - begun) / 1_000_000_000;
            LeftOut.measured(
                    "%,d of %,d hostile inputs, seed %d, in %d s".formatted(attacks.size(), all.size(), SEED, seconds));

            assertThat(smallest(barrage, attacks, lanes)).isEmpty();
            assertThat(new LogLaws(attacks).broken(log)).isEmpty();
            lanes.forEach(lane -> lane.browsers().forEach(browser -> signIn(lane.scene(), browser)));
            assertThat(scenes.stream().map(Scene::saved).toList()).isEqualTo(saved);
        } finally {
            scenes.forEach(Scene::close);
        }
    }

    @Test
    @DisplayName("gets no error of the server behind the proxy, not even Keycloak's own")
    void behindTheProxy(Portal portal) {
        var program = Nginx.program();
        if (program.isEmpty()) {
            LeftOut.because("hostile input through the proxy", "no nginx on this machine");
            return;
        }
        var all = new Attacks(SEED).all(MIXTURES);
        var some = IntStream.range(0, all.size())
                .filter(number -> number % ONE_IN == 0)
                .mapToObj(all::get)
                .toList();
        try (var nginx = Nginx.inFrontOf(portal, program.get());
                var scene = new Scene(portal)) {
            var barrage = new Barrage(List.of(scene), nginx.port(), new Laws(portal.server(), false));
            assertThat(smallest(barrage, some, barrage.send(some))).isEmpty();
        }
    }

    private static String smallest(Barrage barrage, List<Attacks.Made> attacks, List<Barrage.Lane> lanes) {
        var findings = lanes.stream().flatMap(lane -> lane.findings().stream()).toList();
        return findings.isEmpty()
                ? ""
                : Stream.concat(
                                Stream.of(findings.size() + " of " + attacks.size() + " attacks, seed " + SEED),
                                findings.stream().limit(SHOWN).map(finding -> barrage.smallest(
                                                attacks.get(finding.number()).origin(), finding)
                                        .toString()))
                        .collect(Collectors.joining("\n\n"));
    }

    /** The user of the scene signs in as ever, in a tab of the browser that was attacked from. */
    private static void signIn(Scene scene, Live browser) {
        var tab = browser.tab().another();
        var attempt = scene.application.begin();
        tab.open(attempt.url()).username(scene.user.username()).pickAccount(scene.second.number());
        if (!tab.page().hasArrived()) {
            tab.password(scene.user.password());
        }
        var claims = scene.application.redeem(attempt, tab).idClaims();
        assertThat(claims).containsEntry("preferred_username", scene.user.username());
        assertThat(AccountClaim.numberIn(claims)).isEqualTo(scene.second.number());
    }
}
