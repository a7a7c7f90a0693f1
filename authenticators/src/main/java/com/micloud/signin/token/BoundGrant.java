package com.micloud.signin.token;

import com.micloud.signin.session.Grant;
import java.util.Optional;
import org.keycloak.representations.JsonWebToken;

/** The grant as a refresh token carries it, so that it stays the one the token was issued for. */
final class BoundGrant {

    private static final String CLAIM = "micloud_binding";

    private BoundGrant() {}

    /** The grant a token was issued for; empty for tokens of other sign-ins. */
    static Optional<Grant> in(JsonWebToken token) {
        return token.getOtherClaims().get(CLAIM) instanceof String text ? Grant.of(text) : Optional.empty();
    }

    static void pin(JsonWebToken token, Grant grant) {
        token.getOtherClaims().put(CLAIM, grant.text());
    }
}
