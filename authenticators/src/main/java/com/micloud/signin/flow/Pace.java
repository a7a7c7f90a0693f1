package com.micloud.signin.flow;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.keycloak.models.KeycloakSession;

/**
 * Lets answers to a username leave at a steady beat. An unknown name costs the database some questions, a known one none
 * once it is in the cache and many before: without this the time of the answer would tell them apart (spec: "Signing
 * in", 7).
 */
final class Pace {

    /** Longer than finding somebody takes, shorter than anybody notices. */
    static final Duration BEAT = Duration.ofMillis(50);

    private static final String SINCE = "micloud.pace";

    private final KeycloakSession session;

    private Pace(KeycloakSession session) {
        this.session = session;
    }

    static Pace of(KeycloakSession session) {
        return new Pace(session);
    }

    /** From here on it counts how long this request takes. */
    void begin() {
        session.setAttribute(SINCE, System.nanoTime());
    }

    /** Waits for the next beat, where one was begun in this request. */
    void keep() {
        Long since = session.getAttribute(SINCE, Long.class);
        if (since != null) {
            try {
                TimeUnit.NANOSECONDS.sleep(
                        rest(Duration.ofNanos(System.nanoTime() - since)).toNanos());
            } catch (InterruptedException e) {
                // The server is going down: it is the answer that counts now.
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How long it is to the next beat. */
    static Duration rest(Duration elapsed) {
        return Duration.ofNanos(BEAT.toNanos() - elapsed.toNanos() % BEAT.toNanos());
    }
}
