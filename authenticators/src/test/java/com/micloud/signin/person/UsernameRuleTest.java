package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The rule for usernames")
final class UsernameRuleTest {

    @ParameterizedTest
    @DisplayName("allows what business addresses have")
    @ValueSource(
            strings = {
                "ann@acme.example",
                "admin",
                "o'hara@acme.example",
                "ann+portal@acme.example",
                "!#$%&'*+-/=?^_`{|}~@acme.example",
                "{x}@acme.example",
                "a%41b@acme.example",
                "ann@host@acme.example",
                "4711@acme.example",
                "j\u00F6rg@b\u00FCro.example",
                "ren\u00E9e.fa\u00E7ade@acme.example",
                "stra\u00DFe@acme.example",
                "l\u00E6rke@acme.example",
                "nguy\u1EC5n@acme.example",
                "\u0219tefan@acme.example",
                "\u0131\u015F\u0131k@acme.example",
                "m\u0259mm\u0259d@acme.example",
                "\u0438\u0432\u0430\u043D@acme.example",
                "\u0438\u0432\u0430\u043D.smith@acme.example",
                "\u03BD\u03AF\u03BA\u03BF\u03C2@acme.example",
                "\u05D3\u05D5\u05D3@acme.example",
                "\u0645\u062D\u0645\u062F@acme.example",
                "\u0930\u093E\u091C\u0947\u0936@acme.example",
                "\u0E19\u0E49\u0E33@acme.example",
                "\u7530\u4E2D\u3055\u304F\u3089@acme.example",
                "\u30B5\u30FC\u30D0@acme.example",
                "\uAE40\uBBFC@acme.example",
                "\u0561\u0576\u056B@acme.example"
            })
    void allowed(String name) {
        assertThat(UsernameRule.allows(name)).isTrue();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("refuses what no address has without quotation marks")
    @CsvSource(
            quoteCharacter = '~',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ann smith@acme.example|blank",
                "ann\u00A0smith@acme.example|no-break space",
                "ann\u3000smith@acme.example|ideographic space",
                "ann\tsmith@acme.example|tab",
                "ann\u0000@acme.example|null",
                "<ann>@acme.example|angle brackets",
                "\"ann\"@acme.example|quotation marks",
                "ann\\b@acme.example|backslash",
                "ann,bob@acme.example|comma",
                "ann;bob@acme.example|semicolon",
                "ann:bob@acme.example|colon",
                "(ann)@acme.example|round brackets",
                "[ann]@acme.example|square brackets",
                "o\u2019hara@acme.example|typographic apostrophe",
                "o\u02BChara@acme.example|letter apostrophe",
                "ann\u20AC@acme.example|currency",
                "ann\uD83D\uDE00@acme.example|picture",
                "ann\uD83D@acme.example|half a character",
                "\u0661\u0662@acme.example|other digits"
            })
    void noAddress(String name, String what) {
        assertThat(UsernameRule.allows(name)).as(what).isFalse();
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("refuses what looks like another name")
    @CsvSource(
            delimiter = '|',
            value = {
                "\u0430nn@acme.example|Cyrillic and Latin in one word",
                "a\u03BDa@acme.example|Greek and Latin in one word",
                "\u0441\u043E\u0441\u043E@acme.example|Cyrillic letters that are all drawn as Latin ones",
                "\u0430.smith@acme.example|one of them as a word",
                "ann@\u0430\u0441\u043E.example|them in the domain",
                "\u03BF\u03BD\u03BF@acme.example|Greek letters that are all drawn as Latin ones",
                "adm\u0131n@acme.example|i without its dot",
                "\u0131nfo@acme.example|i without its dot at the beginning",
                "ann\u01C3@acme.example|a letter drawn as an exclamation mark",
                "\u0261ina@acme.example|phonetic letter",
                "\uFF41\uFF4E\uFF4E@acme.example|full-width letters",
                "ann\uFF20acme.example|full-width @",
                "o\uFB03ce@acme.example|ligature",
                "jo\u0308rg@acme.example|letter and accent apart",
                "i\u0307lker@acme.example|small letter of the Turkish capital with a dot",
                "a\u0338nn@acme.example|stroke through a letter",
                "\u0301ann@acme.example|accent without a letter",
                "ann\u200B@acme.example|zero-width space",
                "ann\u200D@acme.example|zero-width joiner",
                "ann\u00AD@acme.example|soft hyphen",
                "\u202Enna@acme.example|right-to-left override",
                "ann\uFE0F@acme.example|variation selector",
                "ann\u115F@acme.example|filler",
                "a\u30FCb@acme.example|prolonged sound mark between Latin letters",
                "\u13A0\u13A1@acme.example|a script that is not in everyday use"
            })
    void lookAlike(String name, String what) {
        assertThat(UsernameRule.allows(name)).as(what).isFalse();
    }
}
