package com.micloud.signin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text of an operator")
final class OneLineTest {

    @ParameterizedTest(name = "[{0}]")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Acme,Acme",
                "A & B <b>,A & B <b>",
                "'a  b','a b'",
                "'a\r\nb','a b'",
                "'a\tb','a b'",
                "'a\u001b[2Jb','a [2Jb'",
                "'a\u0000b','a b'",
                "'a\u202eb','a b'",
                "'a\u200bb','a b'",
                "'a\u2028b\u2029c','a b c'",
                "'a \u200b\n b','a b'",
                "' a ',' a '",
                "'',''"
            })
    @DisplayName("becomes one line, with one blank for whatever nobody sees")
    void line(String text, String line) {
        assertThat(OneLine.of(text)).isEqualTo(line);
    }
}
