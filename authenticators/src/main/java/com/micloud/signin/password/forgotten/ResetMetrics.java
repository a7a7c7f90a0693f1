package com.micloud.signin.password.forgotten;

import com.micloud.signin.password.mail.MailMetrics;

/** Counts the results of requests for reset mails, for an operator's alarms: {@code micloud_reset_mails_total}. */
final class ResetMetrics {

    /** The result of a request. */
    enum Result {
        /** The mail server accepted a mail with link and code. */
        SENT,
        /** The mail server accepted a mail with the link only: there were too many wrong codes before. */
        WITHOUT_CODE,
        /** The mail server accepted the mail that explains single sign-on. */
        EXPLAINED,
        /** Nobody to write to. */
        WITHHELD,
        /** Too many mails to this user or because of this address. */
        LIMITED,
        /** The mail server did not take it, or something else went wrong. */
        FAILED
    }

    private ResetMetrics() {}

    static void count(String realm, Result result) {
        MailMetrics.count("micloud.reset.mails", realm, result);
    }
}
