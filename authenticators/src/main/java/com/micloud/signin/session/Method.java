package com.micloud.signin.session;

import java.util.Optional;

/** The proof that opened an account: the MiCloud password, or a provider linked to the account. */
public sealed interface Method {

    record Password() implements Method {
        @Override
        public String word() {
            return "password";
        }
    }

    /** @param alias the provider's name in the realm */
    record ByProvider(String alias) implements Method {
        private static final String PREFIX = "provider:";

        @Override
        public String word() {
            return PREFIX + alias;
        }
    }

    /** The method as it stands in events, notes and refresh tokens. */
    String word();

    /** The method a word stands for; empty for any other text. */
    static Optional<Method> of(String word) {
        if (word.equals("password")) {
            return Optional.of(new Password());
        }
        return word.startsWith(ByProvider.PREFIX)
                ? Optional.of(new ByProvider(word.substring(ByProvider.PREFIX.length())))
                : Optional.empty();
    }
}
