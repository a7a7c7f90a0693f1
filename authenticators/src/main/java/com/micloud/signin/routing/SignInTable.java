package com.micloud.signin.routing;

import com.micloud.signin.account.SignInMethods;
import com.micloud.signin.application.Application;
import java.util.List;

/** The table that decides what a member of the chosen account must do (spec: "Signing in", 3). */
public final class SignInTable {

    private static final DecisionTable TABLE = DecisionTable.load("sign-in.table");

    private SignInTable() {}

    /** The rows, for code that explains or checks them. */
    public static DecisionTable table() {
        return TABLE;
    }

    /**
     * Decides about the next step.
     *
     * @param methods what the account accepts
     * @param proved what this browser has proved that counts for the account
     * @param wantsPassword whether the user asked to enter a password instead
     * @param trouble whether the provider has just failed
     */
    public static Route route(
            Application application, SignInMethods methods, Proved proved, boolean wantsPassword, boolean trouble) {
        return Route.of(TABLE.decide(List.of(
                application.singleSignOn() ? "sso" : "no-sso",
                methods.policy().word(),
                Words.count(methods.providers().size()),
                proved.word(),
                wantsPassword ? "password" : "none",
                Words.yes(trouble))));
    }

    /** Whether what was proved opens the account in that application. */
    public static boolean opens(Application application, SignInMethods methods, Proved proved) {
        return route(application, methods, proved, false, false) == Route.ENTER;
    }

    /** Whether a password, once proved, would open the account in that application. */
    public static boolean takesPassword(Application application, SignInMethods methods) {
        return opens(application, methods, Proved.PASSWORD);
    }
}
