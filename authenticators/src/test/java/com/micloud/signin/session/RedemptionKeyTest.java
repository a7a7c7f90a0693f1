package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The key to the sign-in behind a code")
final class RedemptionKeyTest {

    @ParameterizedTest(name = "[{0}] [{1}] and [{2}] [{3}]: {4}")
    @CsvSource({
        "challenge, nonce, challenge, nonce, true",
        "challenge, nonce, challenge, other, false",
        "challenge, nonce, other, nonce, false",
        "ab, c, a, bc, false",
        "abc, '', '', abc, false",
        "abc, , , abc, false",
        "challenge, nonce, challenge, , false",
        "challenge, nonce, , nonce, false",
        "challenge, , challenge, '', true",
        ", nonce, '', nonce, true",
        ", , '', '', true"
    })
    @DisplayName("is the same for the same challenge and nonce only")
    void same(String challenge, String nonce, String otherChallenge, String otherNonce, boolean same) {
        assertThat(RedemptionKey.ofCode(challenge, nonce).equals(RedemptionKey.ofCode(otherChallenge, otherNonce)))
                .isEqualTo(same);
    }

    @Test
    @DisplayName("of a device is another than that of a code")
    void device() {
        assertThat(RedemptionKey.ofDevice("abc")).isEqualTo(RedemptionKey.ofDevice("abc"));
        assertThat(RedemptionKey.ofDevice("abc")).isNotEqualTo(RedemptionKey.ofDevice("abd"));
        assertThat(RedemptionKey.ofDevice("3 abc")).isNotEqualTo(RedemptionKey.ofCode("abc", null));
        assertThat(RedemptionKey.ofDevice("abc")).isNotEqualTo(RedemptionKey.ofCode("abc", null));
    }

    @Test
    @DisplayName("shows nothing of what the application sent, and does not grow with it")
    void hashed() {
        assertThat(RedemptionKey.ofCode("challenge", "nonce ".repeat(500)).text())
                .matches("[A-Za-z0-9_-]{43}");
        assertThat(RedemptionKey.ofDevice("code").text()).matches("[A-Za-z0-9_-]{43}");
    }
}
