package com.micloud.signin.demopage;

import java.util.Optional;
import org.keycloak.representations.IDToken;

/**
 * What an application has to check in an ID token whose signature is good.
 *
 * @param issuer who must have issued it
 * @param clientId for whom
 */
record IdTokenCheck(String issuer, String clientId) {

    /** Why the token of a sign-in must not be trusted; empty when it may be. */
    Optional<String> objection(IDToken token, String nonce) {
        if (!nonce.equals(token.getNonce())) {
            return Optional.of("The ID token does not repeat the nonce of this sign-in.");
        }
        return objection(token);
    }

    /** The same for the token of a refresh, which need not repeat the nonce but must be about the same user. */
    Optional<String> objectionAfterRefresh(IDToken token, String subject) {
        if (!subject.equals(token.getSubject())) {
            return Optional.of("The refreshed ID token is about another user.");
        }
        return objection(token);
    }

    private Optional<String> objection(IDToken token) {
        if (!issuer.equals(token.getIssuer())) {
            return Optional.of("The ID token was issued by " + token.getIssuer() + " instead of " + issuer + ".");
        }
        if (!token.hasAudience(clientId)) {
            return Optional.of("The ID token is not meant for " + clientId + ".");
        }
        if (token.getIssuedFor() != null && !token.getIssuedFor().equals(clientId)) {
            return Optional.of("The ID token was issued to " + token.getIssuedFor() + ".");
        }
        if (!token.isActive()) {
            return Optional.of("The ID token is not valid at this time.");
        }
        return Optional.empty();
    }
}
