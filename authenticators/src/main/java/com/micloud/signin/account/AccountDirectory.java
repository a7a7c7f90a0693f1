package com.micloud.signin.account;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Finds the accounts of a user, and what each account accepts. This interface hides where accounts are stored. */
public interface AccountDirectory {

    /** Every account the user is a member of, switched off or not, in no particular order. */
    List<Account> accountsOf(UserModel user);

    /** The account with that id; empty when it is gone. */
    Optional<Account> find(String id);

    /** The account that has registered an e-mail domain, or a wildcard above it; empty when none has. */
    Optional<Account> registrantOf(EmailDomain domain);

    /** Whether the user is a member of the account now. */
    boolean isMember(Account account, UserModel user);

    /** The logo and the help text of the account. */
    Branding brandingOf(Account account);

    /** The account's policy and its usable providers. */
    SignInMethods methodsOf(Account account);
}
