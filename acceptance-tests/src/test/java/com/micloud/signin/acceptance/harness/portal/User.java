package com.micloud.signin.acceptance.harness.portal;

import java.util.List;

/**
 * A user of the realm.
 *
 * @param password empty when there is none, or it is not known
 * @param accounts the accounts that the test has made for the user, in this order
 */
public record User(String id, String username, String password, List<Account> accounts) {
    /** A user of whose accounts nothing is said. */
    public User(String id, String username, String password) {
        this(id, username, password, List.of());
    }

    /** The account that the test made first, which most tests are about. */
    public Account account() {
        return accounts.get(0);
    }

    /** The same user after a change of the username. */
    public User renamed(String other) {
        return new User(id, other, password, accounts);
    }

    /** The same user after a change of the password. */
    public User withPassword(String other) {
        return new User(id, username, other, accounts);
    }
}
