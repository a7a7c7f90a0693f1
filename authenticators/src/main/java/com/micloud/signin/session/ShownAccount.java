package com.micloud.signin.session;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.LogoHosts;
import org.keycloak.models.RealmModel;

/** Converts an account to the facts that pages show. */
public final class ShownAccount {

    private ShownAccount() {}

    /** Its name, number and help, and its logo where the realm allows that. */
    public static AccountSign of(RealmModel realm, AccountDirectory directory, Account account) {
        Branding branding = directory.brandingOf(account);
        return new AccountSign(
                account.name(),
                account.number(),
                branding.shownLogo(LogoHosts.of(realm)).orElse(""),
                branding.shownHelp());
    }
}
