package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The e-mail domain of a username")
final class EmailDomainTest {

    @ParameterizedTest(name = "{0} -> {1}")
    @DisplayName("is what follows the last @")
    @CsvSource({
        "erin@fabrikam.example, fabrikam.example",
        "erin@Sales.Fabrikam.Example, Sales.Fabrikam.Example",
        "a@b@fabrikam.example, fabrikam.example",
        "erin@localhost, localhost",
        "erin@b\u00fccher.example, b\u00fccher.example",
    })
    void found(String username, String domain) {
        assertThat(EmailDomain.of(username)).contains(new EmailDomain(domain));
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("is none where nothing can be registered under it")
    @ValueSource(strings = {"erin", "erin@", "@fabrikam.example", "erin@*.fabrikam.example", "erin@a b", "erin@%", "@"})
    void none(String username) {
        assertThat(EmailDomain.of(username)).isEmpty();
    }

    @Test
    @DisplayName("is none when it is longer than domains can be")
    void endless() {
        assertThat(EmailDomain.of("erin@" + "a".repeat(254))).isEmpty();
    }
}
