package com.micloud.signin.account;

/**
 * Makes one line of a text that an operator wrote. The result has no line end, no cursor movement and no change of the
 * writing direction.
 */
public final class OneLine {

    private OneLine() {}

    /** The text with a blank for every run of blanks, line ends, control and formatting characters. */
    public static String of(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
