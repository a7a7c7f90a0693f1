package com.micloud.signin.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Text in the query of an address")
final class QueryTextTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("has nothing left that a template would replace, decode or encode again")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = ' ',
            value = {
                "{x} %7Bx%7D",
                "a%41b a%2541b",
                "%7B %257B",
                "a+b a%2Bb",
                "~a b~ a%20b",
                "o'hara o%27hara",
                "a&b=c#d a%26b%3Dc%23d",
                "j\u00F6rg j%C3%B6rg"
            })
    void encoded(String text, String expected) {
        assertThat(QueryText.encode(text)).isEqualTo(expected);
    }
}
