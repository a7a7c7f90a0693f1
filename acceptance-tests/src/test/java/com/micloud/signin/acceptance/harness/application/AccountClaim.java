package com.micloud.signin.acceptance.harness.application;

import java.util.Map;

/** The account in a set of claims. */
public final class AccountClaim {
    private AccountClaim() {}

    /** The claim `micloud_account`, which must be there. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> in(Map<String, Object> claims) {
        if (claims.get("micloud_account") instanceof Map<?, ?> account) {
            return (Map<String, Object>) account;
        }
        throw new AssertionError("No account among the claims " + claims);
    }

    /** The number in the claim. */
    public static String numberIn(Map<String, Object> claims) {
        return String.valueOf(in(claims).get("number"));
    }
}
