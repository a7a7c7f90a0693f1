package com.micloud.signin.account;

import java.util.List;

/** What an account accepts: its policy and the providers that can be used now. */
public record SignInMethods(SignInPolicy policy, List<Provider> providers) {

    public SignInMethods {
        providers = List.copyOf(providers);
    }

    /** Whether the provider with that alias is linked to the account and enabled. */
    public boolean links(String alias) {
        return providers.stream().anyMatch(provider -> provider.alias().equals(alias));
    }
}
