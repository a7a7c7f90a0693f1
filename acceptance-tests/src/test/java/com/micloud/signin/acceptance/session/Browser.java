package com.micloud.signin.acceptance.session;

import java.util.Arrays;

/** What a browser has behind it when somebody comes back with it. */
enum Browser {
    NEVER_SEEN("never seen", "X", false),
    HERE_BY_PASSWORD("in this application, by password", "X", false),
    HERE_BY_PROVIDER("in this application, by provider", "X", true),
    ELSEWHERE_BY_PASSWORD("in another application, by password", "X", false),
    ELSEWHERE_BY_PROVIDER("in another application, by provider", "X", true),
    OTHER_ACCOUNT_BY_PASSWORD("in another account, by password", "P", false),
    OTHER_ACCOUNT_BY_PROVIDER("in another account, by provider", "R", true),
    SOMEBODY_ELSE("as somebody else", "B", false),
    ENDED("ended by an administrator", "X", false),
    CLOSED("closed meanwhile", "X", false),
    SIGNED_OUT("signed out", "X", false);

    private final String words;
    private final String account;
    private final boolean byProvider;

    Browser(String words, String account, boolean byProvider) {
        this.words = words;
        this.account = account;
        this.byProvider = byProvider;
    }

    static Browser of(String words) {
        return Arrays.stream(values())
                .filter(state -> state.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The page names an unknown browser: " + words));
    }

    /** The letter of the account it was signed in for; X is the account that is wanted now. */
    String account() {
        return account;
    }

    /** Whether it was a provider that proved it. */
    boolean byProvider() {
        return byProvider;
    }

    boolean inAnotherAccount() {
        return this == OTHER_ACCOUNT_BY_PASSWORD || this == OTHER_ACCOUNT_BY_PROVIDER;
    }

    /** Whether it was the application that is wanted now. */
    boolean here() {
        return this != ELSEWHERE_BY_PASSWORD && this != ELSEWHERE_BY_PROVIDER && !inAnotherAccount();
    }

    @Override
    public String toString() {
        return words;
    }
}
