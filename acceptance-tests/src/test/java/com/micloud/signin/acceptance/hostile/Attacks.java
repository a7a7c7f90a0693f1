package com.micloud.signin.acceptance.hostile;

import com.micloud.signin.acceptance.hostile.Draft.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Makes up the attacks of a run from its seed: every name of every target with every family of values, every other way to
 * spoil a request, and then mixtures of several.
 */
final class Attacks {
    private static final List<String> METHODS = List.of(
            "GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "get", "X".repeat(3000));
    private static final List<String> HEADERS = List.of(
            "Accept",
            "Accept-Charset",
            "Accept-Encoding",
            "Accept-Language",
            "Authorization",
            "Content-Encoding",
            "DPoP",
            "Expect",
            "Forwarded",
            "Host",
            "If-Modified-Since",
            "If-None-Match",
            "Origin",
            "Pragma",
            "Range",
            "Referer",
            "Sec-Fetch-Site",
            "TE",
            "Upgrade",
            "User-Agent",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-HTTP-Method-Override",
            "X-Real-IP",
            "X-Requested-With",
            "traceparent");
    private static final List<String> COOKIES = List.of(
            "AUTH_SESSION_ID",
            "AUTH_SESSION_ID_LEGACY",
            "KC_AUTH_SESSION_HASH",
            "KC_RESTART",
            "KC_STATE_CHECKER",
            "KEYCLOAK_IDENTITY",
            "KEYCLOAK_IDENTITY_LEGACY",
            "KEYCLOAK_LOCALE",
            "KEYCLOAK_REMEMBER_ME",
            "KEYCLOAK_SESSION",
            "MICLOUD_DEMO",
            "WELCOME_STATE_CHECKER",
            "$Version",
            "unknown");
    /** Targets whose headers and cookies are attacked with everything there is. */
    private static final List<Target> THOROUGHLY =
            List.of(Target.AUTHORIZE, Target.USERNAME, Target.AUTHORIZE_SIGNED_IN, Target.TOKEN);

    private static final List<Optional<String>> TYPES = Stream.of(
                    "",
                    "/",
                    "a",
                    "x;/x",
                    "*/*",
                    "text/plain",
                    "text/html",
                    "text/xml",
                    "application/json",
                    "application/octet-stream",
                    "multipart/form-data",
                    "multipart/form-data; boundary=x",
                    "multipart/form-data; boundary=\"" + "x".repeat(300),
                    "multipart/mixed; boundary=a",
                    Draft.FORM + "; charset=utf-16",
                    Draft.FORM + "; charset=none",
                    Draft.FORM + "; charset=",
                    Draft.FORM + "; charset='utf-8'",
                    Draft.FORM + ", text/plain",
                    Draft.FORM + ";;;",
                    "APPLICATION/X-WWW-FORM-URLENCODED",
                    "text/plain; x=" + "y".repeat(4000))
            .map(Optional::of)
            .toList();

    /**
     * An attack that was made up.
     *
     * @param attack what is sent
     * @param origin how it came about, for making it smaller
     */
    record Made(Attack attack, Shrinkable<Attack> origin) {
        private Stream<String> kinds() {
            var ways = attack.changes().stream().map(change -> change.getClass().getSimpleName());
            var families = Stream.of(Family.values()).filter(attack::uses).map(Family::name);
            return Stream.concat(ways, families).map(kind -> attack.target() + " " + kind);
        }
    }

    private static final int ONE_IN = 7;

    /** How often what has no families of its own is tried. */
    private static final int SOME = 4;

    private final Random random;

    Attacks(long seed) {
        this.random = new Random(seed);
    }

    /** All attacks of a run, this many of them mixtures. */
    List<Made> all(int mixtures) {
        var attacks = new ArrayList<Made>();
        JqwikSession.run(() -> {
            for (var target : Target.values()) {
                single(target)
                        .forEach(change -> attacks.add(made(change.map(only -> new Attack(target, List.of(only)))
                                .generator(1000))));
            }
            var mixture = mixture().generator(1000);
            for (var i = 0; i < mixtures; i++) {
                attacks.add(made(mixture));
            }
        });
        return attacks;
    }

    /** One in so many, and of each way to spoil a target and of each family of values there at least one. */
    static List<Made> sample(List<Made> all) {
        var seen = new HashSet<String>();
        var sample = new ArrayList<Made>();
        for (var number = 0; number < all.size(); number++) {
            if (all.get(number).kinds().map(seen::add).reduce(false, Boolean::logicalOr) || number % ONE_IN == 0) {
                sample.add(all.get(number));
            }
        }
        return sample;
    }

    private Made made(RandomGenerator<Attack> generator) {
        var origin = generator.next(random);
        return new Made(origin.value(), origin);
    }

    /** For each way to spoil a target once, the values to do it with. */
    private static Stream<Arbitrary<? extends Change>> single(Target target) {
        var ways = new ArrayList<Arbitrary<? extends Change>>();
        for (var side : Side.values()) {
            for (var name : target.names(side)) {
                for (var family : Family.values()) {
                    ways.add(of(family).map(payload -> new Change.Value(side, name, payload)));
                }
                ways.add(anything().map(payload -> new Change.Twice(side, name, payload, true)));
                ways.add(anything().map(payload -> new Change.Twice(side, name, payload, false)));
                ways.add(anything().map(payload -> new Change.Listed(side, name, payload)));
                ways.add(Arbitraries.just(new Change.Omitted(side, name)));
                ways.add(Arbitraries.just(new Change.Moved(side, name)));
            }
        }
        METHODS.forEach(method -> ways.add(Arbitraries.just(new Change.MethodIs(method))));
        for (var i = 0; i < SOME; i++) {
            ways.add(anything().map(payload -> new Change.Below(payload)));
            ways.add(anything().map(payload -> new Change.Named(Side.QUERY, payload)));
        }
        ways.add(Arbitraries.just(new Change.Many(Side.QUERY, 1200)));
        if (target.posts()) {
            TYPES.forEach(type -> ways.add(Arbitraries.just(new Change.TypeIs(type))));
            ways.add(Arbitraries.just(new Change.TypeIs(Optional.empty())));
            ways.add(Arbitraries.just(new Change.Many(Side.BODY, 1200)));
            for (var family : Family.values()) {
                ways.add(of(family).map(payload -> new Change.BodyIs(Optional.of(Draft.FORM), payload)));
            }
            for (var i = 0; i < SOME; i++) {
                ways.add(Combinators.combine(Arbitraries.of(TYPES), anything()).as(Change.BodyIs::new));
            }
        }
        if (THOROUGHLY.contains(target)) {
            for (var i = 0; i < SOME; i++) {
                HEADERS.forEach(name -> ways.add(anything().map(payload -> new Change.HeaderIs(name, payload))));
                COOKIES.forEach(name -> ways.add(anything().map(payload -> new Change.CookieIs(name, payload))));
            }
        }
        return ways.stream();
    }

    private static Arbitrary<Attack> mixture() {
        return Arbitraries.of(Target.class)
                .flatMap(target ->
                        change(target).list().ofMinSize(2).ofMaxSize(5).map(changes -> new Attack(target, changes)));
    }

    private static Arbitrary<Change> change(Target target) {
        var sides = Arbitraries.of(Side.class);
        var names = Arbitraries.of(Stream.of(Side.values())
                .flatMap(side -> target.names(side).stream())
                .distinct()
                .toList());
        return Arbitraries.oneOf(
                Combinators.combine(sides, names, anything()).as(Change.Value::new),
                Combinators.combine(sides, names, anything()).as(Change.Value::new),
                Combinators.combine(sides, names, anything(), Arbitraries.of(true, false))
                        .as(Change.Twice::new),
                Combinators.combine(sides, names).as(Change.Omitted::new),
                Combinators.combine(Arbitraries.of(HEADERS), anything()).as(Change.HeaderIs::new),
                Combinators.combine(Arbitraries.of(COOKIES), anything()).as(Change.CookieIs::new),
                Arbitraries.of(METHODS).map(Change.MethodIs::new),
                Arbitraries.of(TYPES).map(Change.TypeIs::new));
    }

    private static Arbitrary<Payload> of(Family family) {
        return Arbitraries.of(family.payloads());
    }

    /** A value of any family, or characters that came together by chance. */
    private static Arbitrary<Payload> anything() {
        return Arbitraries.oneOf(
                Arbitraries.of(Family.class).flatMap(Attacks::of),
                Arbitraries.strings()
                        .all()
                        .ofMaxLength(80)
                        .map(text -> new Payload(text.replace(Payload.MARK, 'x') + Payload.MARK, false)));
    }
}
