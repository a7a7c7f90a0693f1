package com.micloud.signin.password;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One thing that a password must fulfil, told in a form that server, page and documents can all use.
 *
 * <p>The test is a regular expression that the whole password has to match, and not a piece of Java code, because a
 * page has to show the rule as fulfilled while the user is typing: the expression keeps to what Java and the
 * {@code pattern} of an HTML field read alike, so both judge by the same words. It counts code points in both.
 *
 * @param name what the rule is called in logs, tests and element ids
 * @param messageKey the message that states the rule as an item of a list
 * @param messageArguments the arguments of that message
 * @param form what the whole password must match
 */
public record PasswordRule(String name, String messageKey, List<String> messageArguments, Pattern form) {

    public PasswordRule {
        messageArguments = List.copyOf(messageArguments);
    }

    /** Whether this password fulfils the rule. */
    public boolean isMetBy(String password) {
        return form.matcher(password).matches();
    }
}
