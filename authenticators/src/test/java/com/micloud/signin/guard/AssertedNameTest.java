package com.micloud.signin.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An asserted username")
final class AssertedNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("may differ in letter case")
    @CsvSource({
        "finn@fabrikam.example, finn@fabrikam.example",
        "Finn@Fabrikam.EXAMPLE, finn@fabrikam.example",
        "JOSÉ@x.example, josé@x.example",
        "\u00c5NGSTR\u00d6M@x.example, \u00e5ngstr\u00f6m@x.example",
        "\u03a9MEGA@x.example, \u03c9mega@x.example",
        "\u0418\u0412\u0410\u041d@x.example, \u0438\u0432\u0430\u043d@x.example",
        "\u01c5@x.example, \u01c6@x.example",
        "\ud801\udc00@x.example, \ud801\udc28@x.example",
        "JOSE\u0301@x.example, jose\u0301@x.example",
        "stra\u00dfe@x.example, STRA\u00dfE@x.example",
    })
    void same(String asserted, String username) {
        assertThat(AssertedName.same(asserted, username)).isTrue();
    }

    @ParameterizedTest(name = "''{0}'' is not {1}")
    @DisplayName("may differ in nothing else, however alike it looks")
    @CsvSource({
        "' finn@fabrikam.example', finn@fabrikam.example",
        "'finn@fabrikam.example ', finn@fabrikam.example",
        "finn@fabrikam.example\u200b, finn@fabrikam.example",
        "fınn@fabrikam.example, finn@fabrikam.example",
        "kim@x.example, \u212aim@x.example",
        "\u212aim@x.example, kim@x.example",
        "\u017fam@x.example, sam@x.example",
        "f\u0456nn@fabrikam.example, finn@fabrikam.example",
        "jose\u0301@x.example, jos\u00e9@x.example",
        // Angstrom, Ohm and micro sign beside the letters that they look like.
        "\u212bke@x.example, \u00e5ke@x.example",
        "\u212bke@x.example, \u00c5ke@x.example",
        "\u2126mega@x.example, \u03c9mega@x.example",
        "\u2126mega@x.example, \u03a9mega@x.example",
        "\u00b5@x.example, \u03bc@x.example",
        // Sharp s, small and capital, and the two letters it is written as.
        "\u1e9e@x.example, \u00df@x.example",
        "strasse@x.example, stra\u00dfe@x.example",
        // The sigma at the end of a word and the one within.
        "niko\u03c2@x.example, niko\u03c3@x.example",
        // Turkish letters with and without a dot.
        "\u0130@x.example, i@x.example",
        "\u0130@x.example, \u0131@x.example",
        "\u0131@x.example, I@x.example",
        "i\u0307@x.example, \u0130@x.example",
        // Letters in one piece and in two.
        "a\u030ake@x.example, \u00e5ke@x.example",
        // The sign and the letters of a ligature.
        "\ufb01nn@x.example, finn@x.example",
        "\u0345@x.example, \u03b9@x.example",
        "\u03d0@x.example, \u03b2@x.example",
        "'', finn@fabrikam.example",
        "finn, finn@fabrikam.example",
    })
    void different(String asserted, String username) {
        assertThat(AssertedName.same(asserted, username)).isFalse();
    }
}
