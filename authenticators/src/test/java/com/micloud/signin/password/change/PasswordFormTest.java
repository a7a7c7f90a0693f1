package com.micloud.signin.password.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.utils.FormMessage;

@DisplayName("The form of a new password")
final class PasswordFormTest {

    @ParameterizedTest(name = "[{0}] [{1}] [{2}], asked for the old one {3}: {4}")
    @CsvSource({
        "old, new, new, true, ''",
        "'', new, new, false, ''",
        "'', new, new, true, password=micloudPasswordMissing",
        "old, '', '', true, password-new=missingPasswordMessage",
        "old, '', new, true, password-new=missingPasswordMessage",
        "old, new, '', true, password-confirm=notMatchPasswordMessage",
        "old, new, New, true, password-confirm=notMatchPasswordMessage",
        "'', '', new, true, password=micloudPasswordMissing password-new=missingPasswordMessage",
        "'', new, other, true, password=micloudPasswordMissing password-confirm=notMatchPasswordMessage",
        "'', '', '', false, password-new=missingPasswordMessage"
    })
    @DisplayName("says all that is missing at once, each at its field")
    void gaps(String current, String fresh, String confirmed, boolean asks, String expected) {
        assertThat(new PasswordForm(current, fresh, confirmed)
                        .gaps(asks).stream().map(PasswordFormTest::text).toList())
                .containsExactly(expected.isEmpty() ? new String[] {} : expected.split(" "));
    }

    private static String text(FormMessage message) {
        return message.getField() + "=" + message.getMessage();
    }

    @Test
    @DisplayName("is read as it was sent, blanks included")
    void posted() {
        MultivaluedMap<String, String> posted = new MultivaluedHashMap<>();
        assertThat(PasswordForm.postedIn(request(posted))).isEqualTo(new PasswordForm("", "", ""));
        posted.add("password", " old ");
        posted.add("password-new", " new ");
        posted.add("password-confirm", "new");
        assertThat(PasswordForm.postedIn(request(posted))).isEqualTo(new PasswordForm(" old ", " new ", "new"));
    }

    private static HttpRequest request(MultivaluedMap<String, String> posted) {
        return Fake.of(HttpRequest.class, Map.of("getDecodedFormParameters", posted));
    }

    @Test
    @DisplayName("shows no password where it is written down")
    void secret() {
        assertThat(new PasswordForm("secret-1", "secret-2", "secret-3").toString())
                .doesNotContain("secret");
    }
}
