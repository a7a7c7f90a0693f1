package com.micloud.signin.acceptance.harness;

import java.security.SecureRandom;

/** Names that no other test has, so that tests share no state. */
public final class Names {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private Names() {}

    /** A username in the form of an e-mail address. */
    public static String username() {
        return word() + "@" + word() + ".example";
    }

    /** An account number that no demo account has. */
    public static String accountNumber() {
        var number = new StringBuilder("7");
        for (var i = 0; i < 8; i++) {
            number.append(RANDOM.nextInt(10));
        }
        return number.toString();
    }

    /** A word of ten letters. */
    public static String word() {
        var word = new StringBuilder();
        for (var i = 0; i < 10; i++) {
            word.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return word.toString();
    }

    /** A password that obeys the policy of the realm. */
    public static String password() {
        return "Pw_1" + word();
    }
}
