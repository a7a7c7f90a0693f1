/**
 * An account: a Keycloak Organization with its sign-in policy, its identity providers, its members and its brand.
 * {@link com.micloud.signin.account.AccountDirectory} is the one door to the accounts; it hides how Keycloak stores
 * them.
 */
package com.micloud.signin.account;
