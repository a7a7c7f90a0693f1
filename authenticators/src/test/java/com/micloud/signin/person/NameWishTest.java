package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;

@DisplayName("The new names that a person has entered")
final class NameWishTest {

    private static final UserModel ALEX =
            Fake.of(UserModel.class, Map.of("getUsername", "alex@acme.example", "getEmail", "alex@mail.example"));
    private static final UserModel WITHOUT_EMAIL =
            Fake.of(UserModel.class, Map.of("getUsername", "alex@acme.example", "getEmail", Fake.NULL));

    @ParameterizedTest(name = "username [{0}], e-mail [{1}]: [{2}] [{3}]")
    @CsvSource({
        "new@acme.example, new@mail.example, new@acme.example, new@mail.example",
        "alex@acme.example, alex@mail.example, '', ''",
        "Alex@ACME.example, ' alex@mail.example ', '', ''",
        "' New@Acme.example ', , new@acme.example, ''",
        "jose\u0301@acme.example, , jos\u00e9@acme.example, ''",
        "'', ' ', '', ''",
        ", , '', ''"
    })
    @DisplayName("are those that differ, in small letters, without blanks around them and in one spelling")
    void differing(String username, String email, String wishedUsername, String wishedEmail) {
        NameWish wish = NameWish.of(attributes(username, email), ALEX, name -> true);
        assertThat(wish).isEqualTo(new NameWish(wishedUsername, wishedEmail));
        assertThat(wish.isEmpty()).isEqualTo(wishedUsername.isEmpty() && wishedEmail.isEmpty());
        assertThat(wish.changes()).isEqualTo(NameChange.of(wishedUsername, wishedEmail));
    }

    @Test
    @DisplayName("are none where the person may not change the attribute: Keycloak refuses that itself")
    void mayNot() {
        Attributes wished = attributes("new@acme.example", "new@mail.example");
        assertThat(NameWish.of(wished, ALEX, "email"::equals)).isEqualTo(new NameWish("", "new@mail.example"));
        assertThat(NameWish.of(wished, ALEX, "username"::equals)).isEqualTo(new NameWish("new@acme.example", ""));
    }

    @Test
    @DisplayName("are an e-mail address also for whoever has none")
    void firstEmail() {
        assertThat(NameWish.of(attributes(null, "new@mail.example"), WITHOUT_EMAIL, name -> true))
                .isEqualTo(new NameWish("", "new@mail.example"));
    }

    @ParameterizedTest(name = "sent username [{0}] and e-mail [{1}]: kept [{2}] and [{3}]")
    @CsvSource({
        "new@acme.example, new@mail.example, alex@acme.example, alex@mail.example",
        "Alex@ACME.example, Alex@mail.example, Alex@ACME.example, Alex@mail.example",
        "'', ' ', alex@acme.example, alex@mail.example",
        ", , , "
    })
    @DisplayName("are taken out of what Keycloak writes, and so is what was left empty")
    void takenOut(String username, String email, String keptUsername, String keptEmail) {
        Attributes wished = attributes(username, email);
        Map<String, List<String>> kept = NameWish.of(wished, ALEX, name -> true).withoutIt(wished, ALEX);
        assertThat(kept.get("username")).isEqualTo(keptUsername == null ? null : List.of(keptUsername));
        assertThat(kept.get("email")).isEqualTo(keptEmail == null ? null : List.of(keptEmail));
        assertThat(kept).containsEntry("firstName", List.of("Alex"));
    }

    @Test
    @DisplayName("are taken out as nothing where the user has no e-mail address yet")
    void takenOutAsNothing() {
        Attributes wished = attributes(null, "new@mail.example");
        assertThat(NameWish.of(wished, WITHOUT_EMAIL, name -> true).withoutIt(wished, WITHOUT_EMAIL))
                .containsEntry("email", List.of())
                .doesNotContainKey("username");
    }

    private static Attributes attributes(String username, String email) {
        Map<String, List<String>> sent = new HashMap<>();
        sent.put("firstName", List.of("Alex"));
        if (username != null) {
            sent.put("username", List.of(username));
        }
        if (email != null) {
            sent.put("email", List.of(email));
        }
        return Answers.by(Attributes.class, (method, arguments) -> switch (method) {
            case "getFirst" ->
                sent.getOrDefault((String) arguments[0], List.of()).stream()
                        .findFirst()
                        .orElse(null);
            case "toMap" -> sent;
            default -> throw Answers.unexpected(method);
        });
    }
}
