package com.micloud.signin.account;

/**
 * An enterprise identity provider that is linked to an account and enabled.
 *
 * @param alias its name in the realm
 * @param name what people recognise
 */
public record Provider(String alias, String name) {}
