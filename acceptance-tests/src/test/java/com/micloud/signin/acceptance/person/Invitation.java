package com.micloud.signin.acceptance.person;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Mailbox;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import java.net.URI;
import java.util.regex.Pattern;

/** An invitation to an account, mailed to somebody who has no user here yet. */
record Invitation(String address, URI link) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+/realms/\\S+");

    /** A password that obeys the rules. */
    static final String PASSWORD = "Fresh-Pass1";

    /** Has somebody invited who is nobody here yet. */
    static Invitation to(Portal portal, Account account) {
        return to(portal, account, Names.username());
    }

    static Invitation to(Portal portal, Account account, String address) {
        portal.admin().invite(address, account);
        return new Invitation(
                address, linkIn(portal.mailboxOf(new User("", address, "")).await(1)));
    }

    private static URI linkIn(Mailbox.Mail mail) {
        var found = LINK.matcher(mail.text());
        if (!found.find()) {
            throw new AssertionError("There is no link in: " + mail.text());
        }
        return URI.create(found.group());
    }

    /** Opens the link and registers. */
    void accept(PlainTab tab) {
        tab.open(link);
        register(tab, address, PASSWORD);
    }

    /** Fills in the registration form; the username is the e-mail address. */
    static void register(PlainTab tab, String address, String password) {
        tab.fill("username", address)
                .fill("email", address)
                .fill("firstName", "Ines")
                .fill("lastName", "Newcomer");
        if (tab.has("password")) {
            tab.fill("password", password).fill("password-confirm", password);
        }
        tab.show(tab.page().submit("kc-register-form"));
    }
}
