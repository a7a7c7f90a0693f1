package com.micloud.signin.acceptance.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Sends attacks, in several lanes at once. A lane has browsers and a connection of its own and sends its attacks one after
 * the other, so that what a lane does depends on the seed alone.
 */
final class Barrage {
    private static final int MOST_SHRINKS = 200;

    private final List<Scene> scenes;
    private final int port;
    private final Laws laws;

    /** Attacks that go to a port, by these laws; each lane plays in a scene of its own. */
    Barrage(List<Scene> scenes, int port, Laws laws) {
        this.scenes = scenes;
        this.port = port;
        this.laws = laws;
    }

    /** An attack that broke a law, and what a person needs to see it again. */
    record Finding(int number, Attack attack, String request, String answer, List<String> broken) {
        @Override
        public String toString() {
            return "attack " + number + " on " + attack.target() + " from "
                    + attack.target().stage() + ": " + String.join("; ", broken) + "\n  " + attack.changes() + "\n"
                    + request + "  answered " + answer;
        }
    }

    /** What a lane found, and the browsers that it attacked from. */
    record Lane(Scene scene, List<Finding> findings, List<Live> browsers) {}

    /** Sends all attacks. */
    List<Lane> send(List<Attacks.Made> attacks) {
        var pool = Executors.newFixedThreadPool(scenes.size());
        try {
            var lanes = new ArrayList<Future<Lane>>();
            for (var lane = 0; lane < scenes.size(); lane++) {
                var first = lane;
                lanes.add(pool.submit(() -> lane(attacks, first)));
            }
            var done = new ArrayList<Lane>();
            for (var lane : lanes) {
                done.add(lane.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private Lane lane(List<Attacks.Made> attacks, int lane) throws IOException {
        var scene = scenes.get(lane);
        var findings = new ArrayList<Finding>();
        Map<Stage, Live> browsers = new EnumMap<>(Stage.class);
        try (var wire = new Wire(port)) {
            for (var number = lane; number < attacks.size(); number += scenes.size()) {
                send(scene, wire, browsers, number, attacks.get(number).attack())
                        .ifPresent(findings::add);
            }
        }
        return new Lane(scene, findings, List.copyOf(browsers.values()));
    }

    private Optional<Finding> send(Scene scene, Wire wire, Map<Stage, Live> browsers, int number, Attack attack) {
        var stage = attack.target().stage();
        var mark = Mark.of(number);
        try {
            var live = browsers.computeIfAbsent(stage, wanted -> wanted.reach(scene));
            var request = attack.request(scene, live, mark);
            try {
                var answer = wire.send(request);
                if (!live.take(stage, scene.portal.issuer(), answer)) {
                    browsers.remove(stage);
                }
                var broken = laws.broken(attack, mark, request, answer);
                return broken.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Finding(
                                number,
                                attack,
                                request.toString(),
                                answer.status() + " " + Bytes.shown(answer.body()),
                                broken));
            } catch (IOException e) {
                browsers.remove(stage);
                return Optional.of(
                        new Finding(number, attack, request.toString(), "nothing", List.of("No answer: " + e)));
            }
        } catch (AssertionError e) {
            // Something honest on the way there went wrong: an earlier attack must have done harm.
            browsers.remove(stage);
            return Optional.of(new Finding(number, attack, "", "nothing", List.of("No way there: " + e.getMessage())));
        }
    }

    /** The smallest attack that breaks a law from a fresh browser, as far as it is found. */
    Finding smallest(Shrinkable<Attack> found, Finding finding) {
        var smallest = new ArrayList<>(List.of(finding));
        JqwikSession.run(() -> {
            var current = found;
            var tries = 0;
            for (var shrunk = next(current, finding);
                    shrunk != null && tries < MOST_SHRINKS;
                    shrunk = next(current, finding)) {
                current = shrunk.attack();
                smallest.add(shrunk.finding());
                tries++;
            }
        });
        return smallest.get(smallest.size() - 1);
    }

    private record Shrunk(Shrinkable<Attack> attack, Finding finding) {}

    private Shrunk next(Shrinkable<Attack> current, Finding like) {
        return current.shrink()
                .limit(MOST_SHRINKS)
                .flatMap(smaller ->
                        fresh(like.number(), smaller.value()).stream().map(finding -> new Shrunk(smaller, finding)))
                .findFirst()
                .orElse(null);
    }

    private Optional<Finding> fresh(int number, Attack attack) {
        try (var wire = new Wire(port)) {
            return send(scenes.get(0), wire, new EnumMap<>(Stage.class), number, attack);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
