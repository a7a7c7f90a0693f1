package com.micloud.signin.acceptance.person;

import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Mailbox;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.regex.Pattern;

/** The mail that asks to confirm a new address. */
final class ConfirmMail {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/micloud-confirm\\?\\S+");

    private final Mailbox.Mail mail;

    private ConfirmMail(Mailbox.Mail mail) {
        this.mail = mail;
    }

    /** Waits for so many mails to an address, and opens the last. */
    static ConfirmMail to(Portal portal, String address, int count) {
        return new ConfirmMail(box(portal, address).await(count));
    }

    /** The mails to an address. */
    static Mailbox box(Portal portal, String address) {
        return portal.mailboxOf(new User("", address, ""));
    }

    Mailbox.Mail mail() {
        return mail;
    }

    URI link() {
        var found = LINK.matcher(mail.text());
        if (!found.find()) {
            throw new AssertionError("There is no link in: " + mail.text());
        }
        return URI.create(found.group());
    }

    /** Opens the link in a browser of its own, and confirms. */
    PlainTab confirm() {
        var tab = PlainTab.wantingPages();
        tab.open(link()).press("confirm");
        return tab;
    }
}
