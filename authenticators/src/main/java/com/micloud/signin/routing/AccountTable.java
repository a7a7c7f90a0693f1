package com.micloud.signin.routing;

import com.micloud.signin.application.AccountSelection;
import com.micloud.signin.application.Application;
import java.util.List;

/** The decision how the account of a sign-in is settled (spec: "Signing in", 2). */
public final class AccountTable {

    private static final DecisionTable TABLE = DecisionTable.load("account-choice.table");

    private AccountTable() {}

    /**
     * What is known when the account is to be settled.
     *
     * @param accounts how many accounts there are to choose from
     * @param takesPassword whether any of them takes a password in this application
     * @param proved whether the user is known to be who was typed
     * @param hinted whether a hint names one of them
     * @param reselect whether the application asks for a new choice
     */
    public record Facts(int accounts, boolean takesPassword, boolean proved, boolean hinted, boolean reselect) {}

    /** The rows, for whoever explains or checks them. */
    public static DecisionTable table() {
        return TABLE;
    }

    /** How the account is settled. */
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
