package com.micloud.signin.password.forgotten;

import com.micloud.signin.password.MailMetrics;

/** Counts what becomes of requests for reset mails, for an operator's alarms: {@code micloud_reset_mails_total}. */
final class ResetMetrics {

    /** What became of a request. */
    enum Result {
        /** Link and code were handed to the mail server. */
        SENT,
        /** The link alone was handed to the mail server: too many wrong codes were typed before. */
        WITHOUT_CODE,
        /** The mail that explains single sign-on was handed to the mail server. */
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
