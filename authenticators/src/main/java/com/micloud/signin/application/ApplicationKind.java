package com.micloud.signin.application;

/** The kind of an application: web, desktop or mobile. It sets the default for {@link Reentry}. */
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
