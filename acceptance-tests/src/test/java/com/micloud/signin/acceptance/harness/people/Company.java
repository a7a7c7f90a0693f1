package com.micloud.signin.acceptance.harness.people;

import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.provider.StandInProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes accounts: a number of their own, no partner label and no provider, unless a test says otherwise. */
public final class Company {
    private final Portal portal;
    private final String policy;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Map<String, Object>> providers = new ArrayList<>();
    private final List<String> domains = new ArrayList<>();

    private Company(Portal portal, String policy) {
        this.portal = portal;
        this.policy = policy;
    }

    /** An account with this sign-in policy; an empty one sets none. */
    public static Company of(Portal portal, String policy) {
        return new Company(portal, policy);
    }

    /** Has this attribute. */
    public Company with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /** Has this provider. */
    public Company with(StandInProvider provider) {
        return with(provider, Map.of());
    }

    /** Has this provider, with other settings here and there. */
    public Company with(StandInProvider provider, Map<String, String> settings) {
        providers.add(provider.representation(settings));
        return this;
    }

    /** Has registered this e-mail domain. */
    public Company registering(String domain) {
        domains.add(domain);
        return this;
    }

    /** Makes the account. */
    public Account make() {
        var account = portal.admin().account(Names.accountNumber(), policy, "", attributes);
        providers.forEach(provider -> portal.admin().provider(account, provider));
        if (!domains.isEmpty()) {
            portal.admin().registerDomains(account, domains.toArray(String[]::new));
        }
        return account;
    }
}
