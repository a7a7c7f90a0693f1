package com.micloud.signin.routing;

/** How the tables write what the code counts. */
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
