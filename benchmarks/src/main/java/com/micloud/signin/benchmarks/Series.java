package com.micloud.signin.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Requests of several kinds, made in turns and in random order, so that whatever else the machine does befalls all kinds
 * alike. One at a time: what the server still does after an answer is over before the next request that counts.
 */
final class Series {

    private static final int WARM_UP = 40;

    private final String title;
    private final Map<String, Supplier<Duration>> kinds = new LinkedHashMap<>();

    Series(String title) {
        this.title = title;
    }

    /** Adds a kind: gets ready, makes the request, and says how long that took. */
    Series kind(String name, Supplier<Duration> request) {
        kinds.put(name, request);
        return this;
    }

    /** Whether the title has this word in it. */
    boolean isAbout(String word) {
        return title.contains(word);
    }

    Measurement run(int samples) {
        System.out.println(title + " ...");
        var random = new Random(1);
        var order = new ArrayList<>(kinds.keySet());
        var times = new LinkedHashMap<String, List<Duration>>();
        order.forEach(name -> times.put(name, new ArrayList<>()));
        for (var i = -WARM_UP; i < samples; i++) {
            Collections.shuffle(order, random);
            for (var name : order) {
                var took = kinds.get(name).get();
                if (i >= 0) {
                    times.get(name).add(took);
                }
            }
        }
        return new Measurement(
                title,
                times.entrySet().stream()
                        .map(entry -> new Samples(entry.getKey(), entry.getValue()))
                        .toList());
    }
}
