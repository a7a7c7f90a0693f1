package com.micloud.signin.flow;

import jakarta.ws.rs.core.MultivaluedMap;

/**
 * The form of the page "Multiple accounts located", as the user sent it.
 *
 * @param number the value of the drop-down; empty when nothing was picked
 * @param typed the text of the other field; empty when nothing was typed
 */
record AccountForm(String number, String typed) {

    private static final int LONGEST = 255;

    static AccountForm empty() {
        return new AccountForm("", "");
    }

    static AccountForm of(MultivaluedMap<String, String> posted) {
        return new AccountForm(field(posted, "account"), field(posted, "accountIdentifier"));
    }

    private static String field(MultivaluedMap<String, String> posted, String name) {
        String value = posted.getFirst(name);
        String stripped = value == null ? "" : value.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    boolean isEmpty() {
        return number.isEmpty() && typed.isEmpty();
    }
}
