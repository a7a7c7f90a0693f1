package com.micloud.signin.brand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The links below every page")
final class FooterLinksTest {

    @Test
    @DisplayName("are labels and addresses")
    void read() {
        FooterLinks links = FooterLinks.parse(
                " ${micloudLinkPrivacy} = https://acme.example/privacy?a=1&b=2 |Call us=tel:+15551234\nMail=mailto:a@b.example ||");
        assertThat(links.shown())
                .containsExactly(
                        Map.of("label", "${micloudLinkPrivacy}", "address", "https://acme.example/privacy?a=1&b=2"),
                        Map.of("label", "Call us", "address", "tel:+15551234"),
                        Map.of("label", "Mail", "address", "mailto:a@b.example"));
        assertThat(links.refused()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Terms",
                "Terms=",
                "=https://acme.example",
                "https://acme.example",
                "Terms=javascript:alert(1)",
                "Terms=JavaScript://acme.example/%0aalert(1)",
                "Terms=http://acme.example",
                "Terms=//acme.example",
                "Terms=/terms",
                "Terms=https:acme.example",
                "Terms=https://bob@acme.example",
                "Terms=https://acme.example/\" onclick=\"alert(1)",
                "Terms=https://acme.example/a b",
                "Terms=data:text/html,hello",
                "Terms=mailto:",
                "Terms=tel:"
            })
    @DisplayName("are left out where there is no address to follow, and only those")
    void refused(String pair) {
        FooterLinks links = FooterLinks.parse(pair + " | Imprint=https://acme.example/imprint");
        assertThat(links.refused()).containsExactly(pair);
        assertThat(links.shown())
                .containsExactly(Map.of("label", "Imprint", "address", "https://acme.example/imprint"));
    }
}
