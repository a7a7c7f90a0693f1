package com.micloud.signin.routing;

import java.util.stream.Stream;

/** The possible results of the decision about the account. */
public enum AccountChoice {
    /** Nothing yet: the user proves who they are first. */
    LATER("later"),
    /** The application can do without one. */
    NO_ACCOUNT("no-account"),
    /** The user's only account. */
    TAKE_ONLY("take-only"),
    /** The account that the application named. */
    TAKE_HINTED("take-hinted"),
    /** "Multiple accounts located". */
    ASK("ask"),
    /** The user belongs to no account and the application needs one. */
    REFUSE_NO_ACCOUNT("refuse-no-account");

    private final String word;

    AccountChoice(String word) {
        this.word = word;
    }

    static AccountChoice of(String word) {
        return Stream.of(values())
                .filter(choice -> choice.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The account table names an unknown choice: " + word));
    }
}
