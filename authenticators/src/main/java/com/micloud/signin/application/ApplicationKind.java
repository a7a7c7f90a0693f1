package com.micloud.signin.application;

/** What a user holds in hand: it decides how a returning one is treated unless the application says otherwise. */
public enum ApplicationKind {
    WEB(Reentry.USERNAME),
    DESKTOP(Reentry.CREDENTIALS),
    MOBILE(Reentry.USERNAME);

    private final Reentry reentry;

    ApplicationKind(Reentry reentry) {
        this.reentry = reentry;
    }

    /** The treatment of a returning user when the application's own switch is absent (spec: "Settled points"). */
    public Reentry usualReentry() {
        return reentry;
    }
}
