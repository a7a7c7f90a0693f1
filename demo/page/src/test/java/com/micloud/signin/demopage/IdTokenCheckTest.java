package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.IDToken;

final class IdTokenCheckTest {

    private static final IdTokenCheck CHECK = new IdTokenCheck("https://portal.example/realms/micloud", "netsuite");

    @Test
    void theTokenOfThisSignInIsTrusted() {
        assertThat(CHECK.objection(token(), "n-1")).isEmpty();
    }

    @Test
    void anotherNonceIsNot() {
        assertThat(CHECK.objection(token(), "n-2"))
                .hasValueSatisfying(text -> assertThat(text).contains("nonce"));
    }

    @Test
    void noNonceIsNot() {
        IDToken token = token();
        token.setNonce(null);

        assertThat(CHECK.objection(token, "n-1")).isPresent();
    }

    @Test
    void anotherIssuerIsNot() {
        IDToken token = token();
        token.issuer("https://portal.example/realms/other");

        assertThat(CHECK.objection(token, "n-1"))
                .hasValueSatisfying(text -> assertThat(text).contains("issued by"));
    }

    @Test
    void anotherAudienceIsNot() {
        IDToken token = token();
        token.audience("easypop");

        assertThat(CHECK.objection(token, "n-1"))
                .hasValueSatisfying(text -> assertThat(text).contains("not meant"));
    }

    @Test
    void aTokenIssuedToAnotherApplicationIsNot() {
        IDToken token = token();
        token.issuedFor("easypop");

        assertThat(CHECK.objection(token, "n-1"))
                .hasValueSatisfying(text -> assertThat(text).contains("issued to"));
    }

    @Test
    void anExpiredTokenIsNot() {
        IDToken token = token();
        token.exp(Instant.now().getEpochSecond() - 60);

        assertThat(CHECK.objection(token, "n-1"))
                .hasValueSatisfying(text -> assertThat(text).contains("time"));
    }

    @Test
    void aRefreshedTokenNeedsNoNonceButTheSameUser() {
        IDToken token = token();
        token.setNonce(null);

        assertThat(CHECK.objectionAfterRefresh(token, "u-1")).isEmpty();
        assertThat(CHECK.objectionAfterRefresh(token, "u-2")).isPresent();
    }

    private static IDToken token() {
        IDToken token = new IDToken();
        token.issuer("https://portal.example/realms/micloud");
        token.audience("netsuite");
        token.issuedFor("netsuite");
        token.subject("u-1");
        token.exp(Instant.now().getEpochSecond() + 60);
        token.setNonce("n-1");
        return token;
    }
}
