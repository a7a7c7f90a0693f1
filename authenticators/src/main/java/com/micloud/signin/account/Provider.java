package com.micloud.signin.account;

/**
 * An enterprise identity provider that is linked to an account and enabled.
 *
 * @param alias its name in the realm
 * @param name what people recognise
 * @param link stands for this link of this provider: another provider of the same alias has another, and so has the same
 *     provider when it is linked anew
 */
public record Provider(String alias, String name, String link) {}
