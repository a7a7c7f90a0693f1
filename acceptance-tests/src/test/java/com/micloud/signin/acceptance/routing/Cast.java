package com.micloud.signin.acceptance.routing;

import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.micloud.signin.acceptance.harness.provider.StandInOidcProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ann and Bob with their accounts and providers, made anew for each row of a table. */
public final class Cast implements AutoCloseable {
    private static final Map<String, List<String>> PROVIDERS = Map.of(
            "S", List.of("s"), "R", List.of("r"), "D", List.of("d1", "d2"), "O", List.of("o"), "T", List.of("t"));
    private static final Map<String, String> POLICIES = Map.of(
            "S", "sso-required", "R", "sso-required", "D", "sso-required", "O", "sso-optional", "T", "sso-preferred");

    private final Portal portal;
    private final User ann;
    private final User bob;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Map<String, StandInOidcProvider> providers = new LinkedHashMap<>();

    /** Ann with these accounts, named by their letters, and Bob with the account B. */
    public Cast(Portal portal, List<String> accountsOfAnn) {
        this.portal = portal;
        ann = portal.admin().user();
        bob = portal.admin().user();
        accountsOfAnn.forEach(letter -> join(ann, letter));
        join(bob, "B");
    }

    private void join(User user, String letter) {
        var account = portal.admin().account(POLICIES.getOrDefault(letter, "password"));
        accounts.put(letter, account);
        portal.admin().join(user, account);
        for (var name : PROVIDERS.getOrDefault(letter, List.of())) {
            var provider = new StandInOidcProvider().signsIn("subject of " + user.username(), user.username());
            providers.put(name, provider);
            portal.admin().provider(account, provider.representation());
        }
    }

    /** Ann or Bob. */
    public User user(String name) {
        return name.equals("Bob") ? bob : ann;
    }

    /** Whether somebody has more than one account and is asked which. */
    boolean hasSeveral(String name) {
        return name.equals("Ann") && accounts.size() > 2;
    }

    /** The account with this letter. */
    public Account account(String letter) {
        return accounts.get(letter);
    }

    /** A value of the page as the request has to send it: names of people, accounts and providers become real ones. */
    String real(String value) {
        if (value.equals("Ann") || value.equals("Bob")) {
            return user(value).username();
        }
        if (value.equals("blank")) {
            return " ";
        }
        if (accounts.containsKey(value)) {
            return account(value).number();
        }
        return providers.containsKey(value) ? providers.get(value).alias() : value;
    }

    /** How often any provider was asked so far. */
    public int visits() {
        return providers.values().stream()
                .mapToInt(provider -> provider.requests().size())
                .sum();
    }

    @Override
    public void close() {
        providers.values().forEach(StandInOidcProvider::close);
    }
}
