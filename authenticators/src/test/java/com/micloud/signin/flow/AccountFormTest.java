package com.micloud.signin.flow;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The form that asks for the account")
final class AccountFormTest {

    private final MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();

    @ParameterizedTest(name = "[{0}] [{1}]: [{2}] [{3}], empty {4}")
    @CsvSource({
        "100100, , 100100, '', false",
        ", gold, '', gold, false",
        "' 100100 ', ' gold ', 100100, gold, false",
        "'', ' ', '', '', true",
        ", , '', '', true"
    })
    @DisplayName("is read without the blanks around its fields")
    void read(String picked, String typed, String number, String text, boolean empty) {
        if (picked != null) {
            posted.add("account", picked);
        }
        if (typed != null) {
            posted.add("accountIdentifier", typed);
        }
        AccountForm form = AccountForm.of(posted);
        assertThat(form).isEqualTo(new AccountForm(number, text));
        assertThat(form.isEmpty()).isEqualTo(empty);
    }

    @Test
    @DisplayName("is cut off where a field is longer than any number or label")
    void longest() {
        posted.add("account", " " + "1".repeat(255) + " ");
        posted.add("accountIdentifier", "a".repeat(256));
        assertThat(AccountForm.of(posted)).isEqualTo(new AccountForm("1".repeat(255), "a".repeat(255)));
    }

    @Test
    @DisplayName("is empty before it is sent")
    void empty() {
        assertThat(AccountForm.empty().isEmpty()).isTrue();
    }
}
