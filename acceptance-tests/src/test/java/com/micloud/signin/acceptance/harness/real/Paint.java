package com.micloud.signin.acceptance.harness.real;

import com.microsoft.playwright.Page;
import java.util.Map;

/**
 * How a page came to be seen.
 *
 * @param first when something was first painted, in milliseconds since the visit began
 * @param largest when the largest part was
 * @param shift how far things moved about after they were seen (cumulative layout shift)
 */
public record Paint(double first, double largest, double shift) {
    private static final String READ =
            """
            async () => {
              const entries = (type) => new Promise((read) => {
                new PerformanceObserver((list) => read(list.getEntries())).observe({ type, buffered: true });
                if (type === "layout-shift") requestAnimationFrame(() => requestAnimationFrame(() => read([])));
              });
              const paints = await entries("paint");
              const first = paints.find((paint) => paint.name === "first-contentful-paint") ||
                (await entries("paint")).find((paint) => paint.name === "first-contentful-paint");
              const largest = await entries("largest-contentful-paint");
              const shifts = await entries("layout-shift");
              return {
                first: first.startTime,
                largest: largest[largest.length - 1].startTime,
                shift: shifts.reduce((sum, shift) => sum + (shift.hadRecentInput ? 0 : shift.value), 0),
              };
            }
            """;

    /** Reads it from the page that a tab shows. */
    @SuppressWarnings("unchecked")
    public static Paint of(Page tab) {
        var read = (Map<String, Object>) tab.evaluate(READ);
        return new Paint(number(read, "first"), number(read, "largest"), number(read, "shift"));
    }

    private static double number(Map<String, Object> read, String name) {
        return ((Number) read.get(name)).doubleValue();
    }
}
