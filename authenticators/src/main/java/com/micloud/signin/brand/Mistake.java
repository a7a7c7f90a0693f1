package com.micloud.signin.brand;

/**
 * A setting of a brand that is not followed.
 *
 * @param place the setting, by the name that an operator knows
 * @param fault what is wrong with it, and what happens instead
 * @param remedy the way to mend it
 */
public record Mistake(String place, String fault, String remedy) {

    private static final int LONG = 80;

    /** What was written, fit for one line of a log. */
    static String quoted(String value) {
        String line = value.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
        return "'" + (line.length() > LONG ? line.substring(0, LONG) + "..." : line) + "'";
    }
}
