package com.micloud.signin.policy;

import java.util.function.Predicate;

/** A password that somebody wants to have, and what is known of that somebody. */
final class NewPassword {

    private final String text;
    private final Predicate<String> isCurrent;

    private NewPassword(String text, Predicate<String> isCurrent) {
        this.text = text;
        this.isCurrent = isCurrent;
    }

    /** For somebody who has none yet, or of whom nothing is known. */
    static NewPassword of(String text) {
        return new NewPassword(text, current -> false);
    }

    /** For somebody who may have one already. */
    NewPassword unlike(Predicate<String> current) {
        return new NewPassword(text, current);
    }

    String text() {
        return text;
    }

    boolean isCurrent() {
        return isCurrent.test(text);
    }
}
