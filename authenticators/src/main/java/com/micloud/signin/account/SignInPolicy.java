package com.micloud.signin.account;

import java.util.stream.Stream;

/** The ways in which members of an account may prove who they are (spec: "Sign-in policy"). */
public enum SignInPolicy {
    PASSWORD("password"),
    SSO_OPTIONAL("sso-optional"),
    SSO_PREFERRED("sso-preferred"),
    SSO_REQUIRED("sso-required"),
    /** The account's attribute holds a word that is none of the above: nobody signs in until it is mended. */
    MISCONFIGURED("misconfigured");

    private final String word;

    SignInPolicy(String word) {
        this.word = word;
    }

    /** The word an operator writes in the account's attribute, and the routing table uses. */
    public String word() {
        return word;
    }

    /**
     * The policy in force for an account.
     *
     * @param attribute the account's {@code micloud.signInPolicy}, empty when it has none
     * @param linked whether an identity provider is linked to the account, enabled or not
     */
    public static SignInPolicy of(String attribute, boolean linked) {
        if (attribute.isEmpty()) {
            return linked ? SSO_PREFERRED : PASSWORD;
        }
        return Stream.of(PASSWORD, SSO_OPTIONAL, SSO_PREFERRED, SSO_REQUIRED)
                .filter(policy -> policy.word.equals(attribute))
                .findFirst()
                .orElse(MISCONFIGURED);
    }
}
