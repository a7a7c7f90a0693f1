package com.micloud.signin.account;

import java.util.Optional;

/**
 * The part of a username after its last {@code @}. A customer may have registered it.
 *
 * @param name the domain as it was typed
 */
public record EmailDomain(String name) {

    /** Longer names cannot be registered anywhere (RFC 1035). */
    private static final int LONGEST = 253;

    /** The domain of a username; empty when it has none, or what could be none. */
    public static Optional<EmailDomain> of(String username) {
        int at = username.lastIndexOf('@');
        String name = username.substring(at + 1);
        boolean plausible = at > 0
                && name.length() <= LONGEST
                && name.codePoints()
                        .allMatch(point -> point == '.' || point == '-' || Character.isLetterOrDigit(point));
        return plausible && !name.isEmpty() ? Optional.of(new EmailDomain(name)) : Optional.empty();
    }
}
