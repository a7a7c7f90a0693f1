package com.micloud.signin.routing;

import com.micloud.signin.application.AccountSelection;
import com.micloud.signin.application.Application;
import java.util.List;

/** The table that decides about the account of a sign-in (spec: "Signing in", 2). */
public final class AccountTable {

    private static final DecisionTable TABLE = DecisionTable.load("account-choice.table");

    private AccountTable() {}

    /**
     * The facts for the decision about the account.
     *
     * @param accounts how many accounts there are to choose from
     * @param takesPassword whether any of them takes a password in this application
     * @param proved whether the user is known to be who was typed
     * @param hinted whether a hint names one of them
     * @param reselect whether the application asks for a new choice
     */
    public record Facts(int accounts, boolean takesPassword, boolean proved, boolean hinted, boolean reselect) {}

    /** The rows, for code that explains or checks them. */
    public static DecisionTable table() {
        return TABLE;
    }

    /** Decides about the account. */
    public static AccountChoice choice(Application application, Facts facts) {
        return AccountChoice.of(TABLE.decide(List.of(
                Words.count(facts.accounts()),
                Words.yes(application.accountRequired()),
                application.selection() == AccountSelection.BEFORE ? "before" : "after",
                Words.yes(facts.takesPassword()),
                Words.yes(facts.proved()),
                facts.hinted() ? "hit" : "none",
                Words.yes(facts.reselect()))));
    }
}
