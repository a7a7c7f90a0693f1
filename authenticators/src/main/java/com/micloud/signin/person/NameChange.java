package com.micloud.signin.person;

import java.util.List;
import java.util.stream.Stream;

/**
 * A new address that a person wants as username, as e-mail address, or as both. One link in a mail confirms it.
 *
 * @param address the new address, in small letters
 * @param username whether it is to become the username
 * @param email whether it is to become the e-mail address
 */
record NameChange(String address, boolean username, boolean email) {

    /**
     * The changes that need a confirmation.
     *
     * @param username the new username; empty where it stays
     * @param email the new e-mail address; empty where it stays
     */
    static List<NameChange> of(String username, String email) {
        if (!username.isEmpty() && username.equals(email)) {
            return List.of(new NameChange(username, true, true));
        }
        return Stream.of(new NameChange(username, true, false), new NameChange(email, false, true))
                .filter(change -> !change.address().isEmpty())
                .toList();
    }
}
