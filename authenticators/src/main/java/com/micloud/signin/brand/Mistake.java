package com.micloud.signin.brand;

import com.micloud.signin.account.OneLine;

/**
 * A setting of a brand that is wrong and therefore not used.
 *
 * @param place the setting, by the name that an operator knows
 * @param fault what is wrong with it, and what happens instead
 * @param remedy the way to mend it
 */
public record Mistake(String place, String fault, String remedy) {

    private static final int LONG = 80;

    /** What was written, fit for one line of a log. */
    static String quoted(String value) {
        String line = OneLine.of(value);
        return "'" + (line.length() > LONG ? line.substring(0, LONG) + "..." : line) + "'";
    }
}
