package com.micloud.signin.policy;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One rule for a password, in a form that server, page and docs can all use.
 *
 * <p>Where the characters alone decide, the test is a regular expression that the whole password has to match, and not a
 * piece of Java code, because a page has to show the rule as fulfilled while the user is typing: the expression keeps to
 * what Java and the Unicode mode of JavaScript read alike, so both judge by the same words. It counts code points in
 * both.
 */
public final class PasswordRule {

    private final String name;
    private final String messageKey;
    private final List<String> messageArguments;
    private final String form;
    private final Predicate<NewPassword> test;

    private PasswordRule(
            String name, String messageKey, List<String> messageArguments, String form, Predicate<NewPassword> test) {
        this.name = name;
        this.messageKey = messageKey;
        this.messageArguments = List.copyOf(messageArguments);
        this.form = form;
        this.test = test;
    }

    /** A rule that the characters of the password alone decide. */
    static PasswordRule matching(String name, String messageKey, List<String> messageArguments, String form) {
        Pattern pattern = Pattern.compile(form);
        return new PasswordRule(name, messageKey, messageArguments, form, password -> pattern.matcher(password.text())
                .matches());
    }

    /** A rule for which it needs more than the characters. */
    static PasswordRule decided(
            String name, String messageKey, List<String> messageArguments, Predicate<NewPassword> test) {
        return new PasswordRule(name, messageKey, messageArguments, "", test);
    }

    /** The name of the rule in logs, tests and element ids. */
    public String name() {
        return name;
    }

    /** The message that states the rule as an item of a list. */
    public String messageKey() {
        return messageKey;
    }

    /** The arguments of that message. */
    public List<String> messageArguments() {
        return messageArguments;
    }

    /** The expression that the whole password must match; empty if the characters alone do not decide. */
    public String form() {
        return form;
    }

    /** Whether this password fulfils the rule. */
    boolean isMetBy(NewPassword password) {
        return test.test(password);
    }
}
