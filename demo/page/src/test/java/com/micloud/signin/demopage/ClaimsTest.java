package com.micloud.signin.demopage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ClaimsTest {

    @Test
    void textsAndNumbersAreRead() {
        Claims claims = Claims.of(token("{\"name\":\"Ann\",\"exp\":5,\"micloud_account\":{\"number\":\"100100\"}}"));

        assertThat(claims.text("name")).contains("Ann");
        assertThat(claims.text("exp")).contains("5");
        assertThat(claims.text("micloud_account", "number")).contains("100100");
        assertThat(claims.text("micloud_account")).isEmpty();
        assertThat(claims.text("absent", "number")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "opaque", "a.b.c", "..", "e30.W10.x", "e30.bm9wZQ.x", "a.b.c.d.e"})
    void whatIsNoSignedTokenHasNoClaims(String text) {
        assertThat(Claims.of(text).isEmpty()).isTrue();
    }

    @Test
    void aChangeIsToldClaimByClaimInTheOrderOfTheirNames() {
        Claims before = Claims.of(token("{\"same\":1,\"gone\":true,\"exp\":60,\"account\":{\"number\":\"1\"}}"));
        Claims after = Claims.of(token("{\"same\":1,\"new\":[1],\"exp\":120,\"account\":{\"number\":\"2\"}}"));

        assertThat(before.changesTo(after))
                .containsExactly(
                        "account: {\"number\":\"1\"} became {\"number\":\"2\"}",
                        "exp: 1970-01-01T00:01:00Z became 1970-01-01T00:02:00Z",
                        "gone is gone: true",
                        "new is new: [1]");
        assertThat(before.changesTo(before)).isEmpty();
    }

    @Test
    void areLaidOutForReading() {
        assertThat(Claims.of(token("{\"a\":{\"b\":1}}")).pretty())
                .isEqualToIgnoringNewLines(
                        """
                {
                  "a" : {
                    "b" : 1
                  }
                }""");
    }

    static String token(String claims) {
        return "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
