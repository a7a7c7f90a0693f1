package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The code of a reset mail, as typed,")
final class TypedCodeTest {

    @ParameterizedTest(name = "[{0}] is [{1}], complete {2}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "123456,123456,true",
                "000000,000000,true",
                "' 123 456 ',123456,true",
                "123-456,123456,true",
                "123\u2013456,123456,true",
                "123\u00a0456,123456,true",
                "'12\t34\r\n56',123456,true",
                "\u200e123456\u202c,123456,true",
                "1-2-3-4-5-6,123456,true",
                "\u0661\u0662\u0663\u0664\u0665\u0666,123456,true",
                "\uff11\uff12\uff13\uff14\uff15\uff16,123456,true",
                "\ud835\udfcf\ud835\udfd0\ud835\udfd1\ud835\udfd2\ud835\udfd3\ud835\udfd4,123456,true",
                "12345,12345,false",
                "1234567,1234567,false",
                "123456a,123456,false",
                "123.456,123456,false",
                "123_456,123456,false",
                "+123456,123456,false",
                "12345\u00b2,12345,false",
                "code,'',false",
                "'','',false",
                "' - ','',false"
            })
    @DisplayName("is six digits of any script, with blanks and hyphens between them")
    void digits(String raw, String digits, boolean complete) {
        TypedCode code = TypedCode.of(raw);
        assertThat(code).isEqualTo(new TypedCode(digits, complete));
        assertThat(code.isMissing()).isEqualTo(digits.isEmpty());
    }

    @Test
    @DisplayName("is none where it is longer than any way of writing six digits")
    void longest() {
        assertThat(TypedCode.of("123456" + " ".repeat(94)).isComplete()).isTrue();
        assertThat(TypedCode.of("123456" + " ".repeat(95)).isComplete()).isFalse();
        assertThat(TypedCode.of("1".repeat(100_000)).digits()).hasSize(100);
    }
}
