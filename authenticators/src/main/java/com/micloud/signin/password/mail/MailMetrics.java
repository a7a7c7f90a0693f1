package com.micloud.signin.password.mail;

import io.micrometer.core.instrument.Metrics;
import java.util.Locale;

/** Counts sent and failed mails, for an operator's alarms. */
public final class MailMetrics {

    private MailMetrics() {}

    /**
     * Counts one more.
     *
     * @param meter the counter's name, of which Prometheus makes one with underscores that ends with {@code _total}
     */
    public static void count(String meter, String realm, Enum<?> result) {
        Metrics.counter(meter, "realm", realm, "result", result.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
