package com.micloud.signin.password;

import com.micloud.signin.keycloak.Slots;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Lets requests wait for one another, but not many and not for long: a request that waits holds a thread of the server.
 * At most {@value #ROOMS} times {@value #PLACES} wait at the same moment, on all nodes together.
 */
final class WaitingRoom {

    static final int PLACES = 8;

    private static final int ROOMS = 4;

    private static final String NAME = "micloud.waiting.";

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration STEP = Duration.ofMillis(25);

    private WaitingRoom() {}

    /**
     * Waits until the condition holds.
     *
     * @param objects where all nodes see who waits
     * @param name of what is waited for
     * @param condition asked once at least, then again and again; not asked again once it holds
     * @return whether it holds; false after ten seconds, and at once where too many wait
     */
    static boolean await(SingleUseObjectProvider objects, String name, BooleanSupplier condition) {
        if (condition.getAsBoolean()) {
            return true;
        }
        String room = NAME + Math.floorMod(name.hashCode(), ROOMS);
        Slots places = new Slots(objects, room, PLACES, 2 * LONGEST.toSeconds());
        OptionalInt place = places.take();
        if (place.isEmpty()) {
            return false;
        }
        try {
            return repeat(condition);
        } finally {
            places.free(place.getAsInt());
        }
    }

    private static boolean repeat(BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < LONGEST.toNanos()) {
            try {
                TimeUnit.NANOSECONDS.sleep(STEP.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            if (condition.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }
}
