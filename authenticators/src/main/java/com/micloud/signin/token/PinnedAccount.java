package com.micloud.signin.token;

import com.micloud.signin.session.BoundAccount;
import java.util.Optional;
import org.keycloak.representations.JsonWebToken;

/** The account as a refresh token carries it, so that it stays the one the token was issued for. */
final class PinnedAccount {

    private static final String CLAIM = "micloud_binding";

    private PinnedAccount() {}

    /** The account a token was issued for; empty for tokens of other sign-ins. */
    static Optional<BoundAccount> in(JsonWebToken token) {
        return token.getOtherClaims().get(CLAIM) instanceof String text ? BoundAccount.of(text) : Optional.empty();
    }

    static void pin(JsonWebToken token, BoundAccount account) {
        token.getOtherClaims().put(CLAIM, account.text());
    }
}
