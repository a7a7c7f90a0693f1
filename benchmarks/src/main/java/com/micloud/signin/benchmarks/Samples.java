package com.micloud.signin.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * Response times of one kind of request.
 *
 * @param name what was asked for
 * @param times one time each
 */
record Samples(String name, List<Duration> times) {

    private static final int RESAMPLES = 1000;

    Samples {
        times = List.copyOf(times);
    }

    int count() {
        return times.size();
    }

    /** In milliseconds. */
    double median() {
        return quantile(millis(), 0.5);
    }

    /** In milliseconds. */
    double p95() {
        return quantile(millis(), 0.95);
    }

    /**
     * How often a request of this kind takes longer than one of the other: 0.5 when the times give nothing away, 0 or 1
     * when each single time does. It is Mann and Whitney's U, divided by the number of pairs.
     */
    double longerThan(Samples other) {
        return longer(millis(), other.millis());
    }

    /** Where the middle 95 % begin of what {@link #longerThan} says of samples drawn anew from these, and where they end. */
    Range confidence(Samples other) {
        var these = millis();
        var others = other.millis();
        var random = new Random(1);
        var values = new double[RESAMPLES];
        for (var i = 0; i < RESAMPLES; i++) {
            values[i] = longer(drawn(these, random), drawn(others, random));
        }
        return new Range(quantile(values, 0.025), quantile(values, 0.975));
    }

    /** From here to there. */
    record Range(double from, double to) {}

    private double[] millis() {
        return times.stream().mapToDouble(time -> time.toNanos() / 1e6).toArray();
    }

    private static double longer(double[] these, double[] others) {
        var u = MannWhitneyUTest.withDefaults().statistic(these, others);
        return u / ((double) these.length * others.length);
    }

    private static double[] drawn(double[] values, Random random) {
        return random.ints(values.length, 0, values.length)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double quantile(double[] values, double p) {
        return Quantile.withDefaults().evaluate(values, p);
    }
}
