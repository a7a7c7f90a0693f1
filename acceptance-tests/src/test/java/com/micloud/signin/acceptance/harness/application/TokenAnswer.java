package com.micloud.signin.acceptance.harness.application;

/** The answer of the token endpoint. */
public sealed interface TokenAnswer {
    /** Tokens were given. */
    record Given(Tokens tokens) implements TokenAnswer {}

    /** A standard error was given. */
    record Refused(int status, String error, String description) implements TokenAnswer {}

    /** The tokens, or a failure of the test. */
    default Tokens tokens() {
        if (this instanceof Given given) {
            return given.tokens();
        }
        throw new AssertionError("No tokens but " + this);
    }

    /** The error code, or a failure of the test. */
    default String error() {
        if (this instanceof Refused refused) {
            return refused.error();
        }
        throw new AssertionError("Tokens instead of an error");
    }
}
