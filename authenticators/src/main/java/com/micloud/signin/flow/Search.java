package com.micloud.signin.flow;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.EmailDomain;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Finds the user with the typed name, in its own transaction. The end of a transaction with database queries takes
 * time, and only unknown names need the queries. Here that time is a part of the fixed delay ({@code Pace}). The result
 * stays in the caches.
 */
final class Search {

    /**
     * The result of a search.
     *
     * @param userId the id of the user with that name; empty when there is none
     * @param registrantId the id of the account that has registered the domain of the name; empty when none has, and
     *     for whoever belongs to an account
     */
    record Found(String userId, String registrantId) {}

    private Search() {}

    /** By username only: an e-mail address that has become someone's former name opens nothing. */
    static Found byUsername(KeycloakSession session, String username) {
        String realmId = session.getContext().getRealm().getId();
        return KeycloakModelUtils.runJobInTransactionWithResult(session.getKeycloakSessionFactory(), other -> {
            RealmModel realm = other.realms().getRealm(realmId);
            other.getContext().setRealm(realm);
            AccountDirectory directory = AccountDirectory.of(other);
            Optional<UserModel> user = Optional.ofNullable(other.users().getUserByUsername(realm, username));
            List<Account> accounts = user.map(directory::accountsOf).orElse(List.of());
            Optional<Account> registrant =
                    accounts.isEmpty() ? EmailDomain.of(username).flatMap(directory::registrantOf) : Optional.empty();
            // The next step asks for these.
            accounts.stream().limit(1).forEach(directory::methodsOf);
            registrant.ifPresent(directory::methodsOf);
            return new Found(
                    user.map(UserModel::getId).orElse(""),
                    registrant.map(Account::id).orElse(""));
        });
    }
}
