package com.micloud.signin.routing;

import java.util.Locale;

/** What this browser has proved that counts for the account in question. */
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
