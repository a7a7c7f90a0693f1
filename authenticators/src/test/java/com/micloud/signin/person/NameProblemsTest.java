package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.userprofile.Attributes;
import org.keycloak.validate.ValidationError;

@DisplayName("What is wrong with new names")
final class NameProblemsTest {

    private final List<String> judged = new ArrayList<>();

    @ParameterizedTest(name = "username [{0}], e-mail [{1}]: [{2}]")
    @CsvSource({
        "'', '', ''",
        "good, good, ''",
        "bad, '', username=invalid",
        "'', bad, email=invalid",
        "bad, bad, username=invalid email=invalid",
        "taken, taken, ''",
        "notAddress, '', username=micloudUsernameNotAddress",
        "notAddress, bad, username=micloudUsernameNotAddress email=invalid",
        "takenNotAddress, '', username=micloudUsernameNotAddress"
    })
    @DisplayName("is their form, each at its field, and never that somebody else has them")
    void problems(String username, String email, String expected) {
        assertThat(errors(new NameWish(username, email)))
                .containsExactly(expected.isEmpty() ? new String[] {} : expected.split(" "));
    }

    @Test
    @DisplayName("is not asked about names that stay")
    void unasked() {
        errors(new NameWish("", "good"));
        assertThat(judged).containsExactly("email=good");
    }

    private List<String> errors(NameWish wish) {
        return NameProblems.of(wish, this::rules).errors().stream()
                .map(error -> error.getInputHint() + "=" + error.getMessage())
                .toList();
    }

    /** Rules that read the name of the trouble in the value. */
    private Attributes rules(Map<String, ?> values) {
        return Answers.by(Attributes.class, (method, arguments) -> {
            String attribute = (String) arguments[0];
            String value = (String) ((List<?>) values.get(attribute)).get(0);
            judged.add(attribute + "=" + value);
            Consumer<ValidationError> errors = consumer(arguments[1]);
            if (value.equals("bad")) {
                errors.accept(new ValidationError("length", attribute, "invalid"));
            }
            if (value.startsWith("taken")) {
                errors.accept(new ValidationError("exists", attribute, attribute + "ExistsMessage"));
            }
            if (attribute.equals("email") && value.endsWith("otAddress")) {
                errors.accept(new ValidationError("email", attribute, "invalid"));
            }
            return false;
        });
    }

    @SuppressWarnings("unchecked")
    private static Consumer<ValidationError> consumer(Object listeners) {
        return ((Consumer<ValidationError>[]) listeners)[0];
    }
}
