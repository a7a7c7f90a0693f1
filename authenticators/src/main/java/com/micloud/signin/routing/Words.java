package com.micloud.signin.routing;

/** Converts counts of the code to the words of the tables. */
final class Words {

    private Words() {}

    static String count(int number) {
        return switch (number) {
            case 0 -> "none";
            case 1 -> "one";
            default -> "several";
        };
    }

    static String yes(boolean fact) {
        return fact ? "yes" : "no";
    }
}
