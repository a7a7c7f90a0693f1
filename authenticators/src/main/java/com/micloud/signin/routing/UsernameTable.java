package com.micloud.signin.routing;

import com.micloud.signin.application.Reentry;
import java.util.List;
import java.util.Locale;

/** The table that decides who signs in (spec: "Signing in", 1 and 11; "Coming back"). */
public final class UsernameTable {

    private static final DecisionTable TABLE = DecisionTable.load("username.table");

    private UsernameTable() {}

    /** The state of the application's {@code login_hint}, until the sign-in has used it. */
    public enum Hint {
        /** Nothing, or nothing that could be a username. */
        NONE,
        /** The user of this browser's session. */
        SAME,
        /** Somebody else, or anybody where nobody is signed in. */
        OTHER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The rows, for code that explains or checks them. */
    public static DecisionTable table() {
        return TABLE;
    }

    /**
     * Decides who signs in.
     *
     * @param kept whether a username was kept over a restart
     * @param silent whether no page may be shown
     * @param session whether somebody is signed in to this browser and that counts
     * @param reentry how the application treats a returning browser
     */
    public static UsernameChoice choice(boolean kept, boolean silent, boolean session, Reentry reentry, Hint hint) {
        return UsernameChoice.of(TABLE.decide(List.of(
                Words.yes(kept),
                Words.yes(silent),
                session ? "fresh" : "none",
                reentry.name().toLowerCase(Locale.ROOT),
                hint.word())));
    }
}
