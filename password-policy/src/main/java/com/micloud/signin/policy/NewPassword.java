package com.micloud.signin.policy;

import java.util.function.Predicate;

/** A new password, and what is known of its user. */
final class NewPassword {

    private final String text;
    private final OwnWords own;
    private final boolean ownerKnown;
    private final Predicate<String> isCurrent;

    private NewPassword(String text, OwnWords own, boolean ownerKnown, Predicate<String> isCurrent) {
        this.text = text;
        this.own = own;
        this.ownerKnown = ownerKnown;
        this.isCurrent = isCurrent;
    }

    /** For somebody who has none yet, or of whom nothing is known. */
    static NewPassword of(String text) {
        return new NewPassword(text, OwnWords.of(), false, current -> false);
    }

    /** For somebody who may have one already. */
    NewPassword unlike(Predicate<String> current) {
        return new NewPassword(text, own, true, current);
    }

    /** For somebody to whom these words belong. */
    NewPassword by(OwnWords words) {
        return new NewPassword(text, words, ownerKnown, isCurrent);
    }

    int strength() {
        return PasswordStrength.level(text, own);
    }

    String text() {
        return text;
    }

    /** Whether the current password is known, so that the two can be compared. */
    boolean isOwnerKnown() {
        return ownerKnown;
    }

    boolean isCurrent() {
        return isCurrent.test(text);
    }
}
