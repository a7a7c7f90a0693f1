package com.micloud.signin.account;

import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** Finds the accounts of a user, and what each account accepts. This interface hides where accounts are stored. */
public interface AccountDirectory {

    /** The accounts of the session's realm. */
    static AccountDirectory of(KeycloakSession session) {
        return new OrganizationAccounts(session);
    }

    /**
     * Some of all accounts, switched off or not, in the order of Keycloak's list.
     *
     * @param first how many accounts come before them
     * @param most how many there may be
     */
    List<Account> list(int first, int most);

    /** Every account the user is a member of, switched off or not, in no particular order. */
    List<Account> accountsOf(UserModel user);

    /** The account with that id; empty when it is gone. */
    Optional<Account> find(String id);

    /** The account that has registered an e-mail domain, or a wildcard above it; empty when none has. */
    Optional<Account> registrantOf(EmailDomain domain);

    /** Whether the account has registered an e-mail domain. */
    boolean hasDomain(Account account);

    /** Whether the user is a member of the account now. */
    boolean isMember(Account account, UserModel user);

    /** The logo and the help text of the account. */
    Branding brandingOf(Account account);

    /** The account's policy and its usable providers. */
    SignInMethods methodsOf(Account account);
}
