package com.micloud.signin;

import com.micloud.signin.account.Account;
import com.micloud.signin.account.AccountDirectory;
import com.micloud.signin.account.Branding;
import com.micloud.signin.account.EmailDomain;
import com.micloud.signin.account.SignInMethods;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.UserModel;

/** Accounts for tests, kept in memory. */
public final class TestDirectory implements AccountDirectory {

    private final Map<Account, SignInMethods> accounts = new LinkedHashMap<>();
    private final Map<String, Set<Account>> memberships = new LinkedHashMap<>();

    /** An account whose members may sign in. */
    public static Account account(String number) {
        return new Account("id-" + number, number, "Name of " + number, "", true, "");
    }

    /** An account that is switched off. */
    public static Account closed(String number) {
        return new Account("id-" + number, number, "Name of " + number, "", false, "");
    }

    /** Adds an account. */
    public TestDirectory with(Account account, SignInMethods methods) {
        accounts.put(account, methods);
        return this;
    }

    /** Makes a user a member of an account. */
    public TestDirectory join(UserModel user, Account account) {
        memberships.computeIfAbsent(user.getId(), id -> new LinkedHashSet<>()).add(account);
        return this;
    }

    @Override
    public List<Account> accountsOf(UserModel user) {
        return List.copyOf(memberships.getOrDefault(user.getId(), Set.of()));
    }

    @Override
    public Optional<Account> find(String id) {
        return accounts.keySet().stream()
                .filter(account -> account.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Account> list(int first, int most) {
        return accounts.keySet().stream().skip(first).limit(most).toList();
    }

    @Override
    public boolean hasDomain(Account account) {
        return false;
    }

    @Override
    public Optional<Account> registrantOf(EmailDomain domain) {
        return Optional.empty();
    }

    @Override
    public boolean isMember(Account account, UserModel user) {
        return accountsOf(user).contains(account);
    }

    @Override
    public Branding brandingOf(Account account) {
        return new Branding("", "");
    }

    @Override
    public SignInMethods methodsOf(Account account) {
        return accounts.get(account);
    }
}
