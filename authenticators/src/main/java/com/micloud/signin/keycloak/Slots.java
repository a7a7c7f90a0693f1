package com.micloud.signin.keycloak;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Limits how often something may happen in a period, on all nodes together. Each time reserves one of a number of
 * places. A place is free again after the period.
 */
public final class Slots {

    private final SingleUseObjectProvider objects;
    private final String name;
    private final int places;
    private final long seconds;

    /**
     * Places of that name.
     *
     * @param objects where all nodes see them, and no two nodes take the same
     * @param places how many there are
     * @param seconds for how long a place is taken
     */
    public Slots(SingleUseObjectProvider objects, String name, int places, long seconds) {
        this.objects = objects;
        this.name = name;
        this.places = places;
        this.seconds = seconds;
    }

    /** Takes a place, and says which; empty when none is free. */
    public OptionalInt take() {
        return IntStream.range(0, places)
                .filter(place -> objects.putIfAbsent(key(place), seconds))
                .findFirst();
    }

    /** Gives a place back before its time. */
    public void free(int place) {
        objects.remove(key(place));
    }

    /** Whether all places are taken. */
    public boolean isFull() {
        return IntStream.range(0, places).allMatch(place -> objects.contains(key(place)));
    }

    private String key(int place) {
        return name + "." + place;
    }
}
