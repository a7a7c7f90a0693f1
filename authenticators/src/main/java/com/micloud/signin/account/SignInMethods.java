package com.micloud.signin.account;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The sign-in policy of an account, with the providers that it can use now.
 *
 * @param distrusted aliases of the providers that are linked to the account and enabled, but whose word cannot be checked
 */
public record SignInMethods(SignInPolicy policy, List<Provider> providers, Set<String> distrusted) {

    public SignInMethods {
        providers = List.copyOf(providers);
        distrusted = Set.copyOf(distrusted);
    }

    /** The sign-in methods of an account whose providers can all be checked. */
    public SignInMethods(SignInPolicy policy, List<Provider> providers) {
        this(policy, providers, Set.of());
    }

    /** Whether the provider with that alias is linked to the account, enabled, and can be checked. */
    public boolean links(String alias) {
        return provider(alias).isPresent();
    }

    /** The provider with that alias, where it is linked to the account, enabled, and can be checked. */
    public Optional<Provider> provider(String alias) {
        return providers.stream()
                .filter(provider -> provider.alias().equals(alias))
                .findFirst();
    }

    /** Whether the provider with that alias is linked to the account and enabled, but nobody can check what it says. */
    public boolean distrusts(String alias) {
        return distrusted.contains(alias);
    }
}
