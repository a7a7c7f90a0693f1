package com.micloud.signin.account;

/** Makes one line of what an operator wrote: nothing in it ends a line, moves the cursor or turns the writing round. */
public final class OneLine {

    private OneLine() {}

    /** The text with a blank for every run of blanks, line ends, control and formatting characters. */
    public static String of(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+", " ");
    }
}
