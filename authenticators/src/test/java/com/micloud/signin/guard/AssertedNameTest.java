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
        "'', finn@fabrikam.example",
        "finn, finn@fabrikam.example",
    })
    void different(String asserted, String username) {
        assertThat(AssertedName.same(asserted, username)).isFalse();
    }
}
