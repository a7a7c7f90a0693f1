package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What an account adds to the pages")
final class BrandingTest {

    private static final Set<String> HOSTS = Set.of("logos.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://logos.example/a.png",
                " https://LOGOS.example:443/a%20b.svg?v=1 ",
                "HTTPS://logos.example"
            })
    @DisplayName("is a logo from an allowed host")
    void allowed(String logo) {
        assertThat(new Branding(logo, "").shownLogo(HOSTS)).contains(logo.strip());
        assertThat(new Branding(logo, "").isLogoRefused(HOSTS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://logos.example/a.png",
                "//logos.example/a.png",
                "logos.example/a.png",
                "https://logos.example.attacker.example/a.png",
                "https://logos.example@attacker.example/a.png",
                "https://bob@logos.example/a.png",
                "https://logos.example:8443/a.png",
                "https://attacker.example/logos.example",
                "https:logos.example",
                "data:image/svg+xml,<svg/>",
                "javascript:alert(1)",
                "https://logos.example/a b.png",
                "https://logos.example/\"onerror=alert(1)"
            })
    @DisplayName("is no logo from anywhere else")
    void refused(String logo) {
        assertThat(new Branding(logo, "").shownLogo(HOSTS)).isEmpty();
        assertThat(new Branding(logo, "").isLogoRefused(HOSTS)).isTrue();
        assertThat(new Branding("https://logos.example/a.png", "").shownLogo(Set.of()))
                .isEmpty();
    }

    @Test
    @DisplayName("is help in one line, without signs that nobody sees")
    void help() {
        assertThat(new Branding("", " Ask\n\tBob\u202e\u200b at <b>1234</b>\u2028 ").shownHelp())
                .isEqualTo("Ask Bob at <b>1234</b>");
    }
}
