package com.micloud.signin.keycloak;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/**
 * Delays an answer until the next multiple of a fixed time, so that its time does not tell what the server found (spec:
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

    /** Starts the clock of an answer to a username or a code. */
    public static Pace ofNames() {
        return new Pace(OF_NAMES);
    }

    /** Starts the clock of an answer to a wrong password. */
    public static Pace ofPasswords() {
        return new Pace(OF_PASSWORDS);
    }

    /** Starts the clock of this request. The code that has the answer gets it with {@link #in}. */
    public static void begin(KeycloakSession session) {
        session.setAttribute(IN_REQUEST, ofNames());
    }

    /** The clock of this request; empty if it has none. */
    public static Optional<Pace> in(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(IN_REQUEST, Pace.class));
    }

    /** Waits until the next multiple of the fixed time. */
    public void keep() {
        try {
            TimeUnit.NANOSECONDS.sleep(
                    rest(beat, Duration.ofNanos(System.nanoTime() - since)).toNanos());
        } catch (InterruptedException e) {
            // The server is going down: it is the answer that counts now.
            Thread.currentThread().interrupt();
        }
    }

    /** The time until the next multiple. */
    static Duration rest(Duration beat, Duration elapsed) {
        return Duration.ofNanos(beat.toNanos() - elapsed.toNanos() % beat.toNanos());
    }
}
