package com.micloud.signin.routing;

import java.util.Locale;

/** The proofs of this browser that count for the account. */
public enum Proved {
    NOTHING,
    PASSWORD,
    PROVIDER,
    BOTH;

    /** The sum of what counts. */
    public static Proved of(boolean password, boolean provider) {
        if (password) {
            return provider ? BOTH : PASSWORD;
        }
        return provider ? PROVIDER : NOTHING;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
