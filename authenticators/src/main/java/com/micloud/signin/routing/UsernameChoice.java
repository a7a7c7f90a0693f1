package com.micloud.signin.routing;

import java.util.stream.Stream;

/** The possible results of the decision about the user. */
public enum UsernameChoice {
    /** The username that was typed before the sign-in was started over for it. */
    RESUME("resume"),
    /** Sign in the user of this browser's session. */
    TAKE_SESSION("take-session"),
    /** The username that the application named. */
    TAKE_HINT("take-hint"),
    /** The page; where none may be shown, Keycloak makes it {@code login_required}. */
    ASK("ask");

    private final String word;

    UsernameChoice(String word) {
        this.word = word;
    }

    static UsernameChoice of(String word) {
        return Stream.of(values())
                .filter(choice -> choice.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The username table names an unknown choice: " + word));
    }
}
