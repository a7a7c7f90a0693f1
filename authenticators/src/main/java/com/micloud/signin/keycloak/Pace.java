package com.micloud.signin.keycloak;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/**
 * Lets answers leave at a steady beat, so that nobody learns by the time of an answer what it took to find it (spec:
 * "Signing in", 7; "The person's own record", 8).
 */
public final class Pace {

    /**
     * Of answers to a username or a code: longer than finding somebody takes, shorter than anybody notices. An unknown
     * name costs the database some questions, a known one none once it is in the cache and many before.
     */
    private static final Duration OF_NAMES = Duration.ofMillis(50);

    /**
     * Of answers to a wrong password: longer than checking one takes, whichever hash the user was imported with. For an
     * unknown name the hash is made that the realm's policy says.
     */
    private static final Duration OF_PASSWORDS = Duration.ofMillis(500);

    private static final String IN_REQUEST = "micloud.pace";

    private final Duration beat;
    private final long since;

    private Pace(Duration beat) {
        this.beat = beat;
        this.since = System.nanoTime();
    }

    /** Begins now, with the beat of answers to a username or a code. */
    public static Pace ofNames() {
        return new Pace(OF_NAMES);
    }

    /** Begins now, with the beat of answers to a wrong password. */
    static Pace ofPasswords() {
        return new Pace(OF_PASSWORDS);
    }

    /** From here on it counts how long this request takes; whoever has its answer asks {@link #in} for it. */
    public static void begin(KeycloakSession session) {
        session.setAttribute(IN_REQUEST, ofNames());
    }

    /** What was begun in this request; empty where nothing was. */
    public static Optional<Pace> in(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(IN_REQUEST, Pace.class));
    }

    /** Waits for the next beat. */
    public void keep() {
        try {
            TimeUnit.NANOSECONDS.sleep(
                    rest(beat, Duration.ofNanos(System.nanoTime() - since)).toNanos());
        } catch (InterruptedException e) {
            // The server is going down: it is the answer that counts now.
            Thread.currentThread().interrupt();
        }
    }

    /** How long it is to the next beat. */
    static Duration rest(Duration beat, Duration elapsed) {
        return Duration.ofNanos(beat.toNanos() - elapsed.toNanos() % beat.toNanos());
    }
}
