package com.micloud.signin.routing;

import com.micloud.signin.account.Account;
import java.util.List;

/** Finds the account that a typed number or label means, among the user's own accounts. */
public sealed interface TypedAccount {

    /** Exactly one account is meant. */
    record One(Account account) implements TypedAccount {}

    /** A label that several of the user's accounts share. */
    record Ambiguous() implements TypedAccount {}

    /** Neither a number nor a label of any of the user's accounts. */
    record Unknown() implements TypedAccount {}

    /**
     * Looks typed text up. A number wins over a label, so that no reseller can hide an account behind a label; letter
     * case and surrounding blanks do not count (spec: "Signing in", 2).
     */
    static TypedAccount find(List<Account> accounts, String typed) {
        for (Account account : accounts) {
            if (account.hasNumber(typed)) {
                return new One(account);
            }
        }
        List<Account> labelled =
                accounts.stream().filter(account -> account.hasLabel(typed)).toList();
        return switch (labelled.size()) {
            case 0 -> new Unknown();
            case 1 -> new One(labelled.get(0));
            default -> new Ambiguous();
        };
    }
}
