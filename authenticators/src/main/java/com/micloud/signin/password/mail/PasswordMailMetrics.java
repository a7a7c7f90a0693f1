package com.micloud.signin.password.mail;

/**
 * Counts sent and failed mails about changed passwords, for an operator's alarms: {@code micloud_password_mails_total}.
 */
final class PasswordMailMetrics {

    /** The result of a mail. */
    enum Result {
        /** The mail server accepted it. */
        SENT,
        /** The user has no e-mail address. */
        NO_ADDRESS,
        /** The mail server did not take it, or something else went wrong. */
        FAILED
    }

    private PasswordMailMetrics() {}

    static void count(String realm, Result result) {
        MailMetrics.count("micloud.password.mails", realm, result);
    }
}
