package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("The box \"Remember me\"")
final class RememberMeTest {

    private static final String TOLD = "remember_me";

    private final AuthenticationSessionModel kept = TestNotes.empty();
    private boolean on = true;

    private final RememberMe box = RememberMe.of(notes());

    @Test
    @DisplayName("is off until it is ticked, and as the user left it then")
    void choice() {
        assertThat(box.choice()).isEmpty();
        box.offer(true);
        assertThat(box.choice()).isEmpty();
        box.choose(true);
        assertThat(RememberMe.of(notes()).choice()).contains(true);
        box.choose(false);
        assertThat(box.choice()).contains(false);
    }

    @ParameterizedTest(name = "offered {0}, chosen {1}, session remembered {2}, realm {3}: another session {4}")
    @CsvSource({
        "false, true, false, on, true",
        "true, false, true, on, true",
        "false, true, true, on, false",
        "true, false, false, on, false",
        "true, true, false, on, false",
        "false, false, true, on, false",
        "false, , true, on, false",
        "true, , false, on, false",
        ", true, false, on, true",
        ", false, true, on, true",
        "false, true, false, off, false",
        "true, false, true, off, false"
    })
    @DisplayName("takes another session where the user has changed it, and this one is not as they want it")
    void other(Boolean offered, Boolean chosen, boolean remembered, String realm, boolean expected) {
        on = realm.equals("on");
        if (offered != null) {
            box.offer(offered);
        }
        if (chosen != null) {
            box.choose(chosen);
        }
        assertThat(box.wantsOther(session(remembered))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "chosen {0}, joins a session that is remembered {1}, realm {2}: {3}")
    @CsvSource({
        "true, , on, true",
        "false, , on, false",
        ", , on, false",
        "true, false, on, false",
        "false, true, on, true",
        ", true, on, true",
        "true, , off, false",
        "true, true, off, false"
    })
    @DisplayName("counts for a new session; one that is joined stays as it was begun")
    void told(Boolean chosen, Boolean joined, String realm, boolean expected) {
        on = realm.equals("on");
        kept.setAuthNote(TOLD, "true");
        if (chosen != null) {
            box.choose(chosen);
        }
        box.tell(Optional.ofNullable(joined).map(RememberMeTest::session));
        assertThat(kept.getAuthNote(TOLD)).isEqualTo(expected ? "true" : null);
        kept.removeAuthNote(TOLD);
        box.tell(Optional.ofNullable(joined).map(RememberMeTest::session));
        assertThat(kept.getAuthNote(TOLD)).isEqualTo(expected ? "true" : null);
    }

    private static UserSessionModel session(boolean remembered) {
        return Fake.of(UserSessionModel.class, Map.of("isRememberMe", remembered));
    }

    private AuthenticationSessionModel notes() {
        return Answers.by(AuthenticationSessionModel.class, (method, arguments) -> switch (method) {
            case "getRealm" -> Fake.of(RealmModel.class, Map.of("isRememberMe", on));
            case "getClientNote" -> kept.getClientNote((String) arguments[0]);
            case "setClientNote" -> {
                kept.setClientNote((String) arguments[0], (String) arguments[1]);
                yield null;
            }
            case "setAuthNote" -> {
                kept.setAuthNote((String) arguments[0], (String) arguments[1]);
                yield null;
            }
            case "removeAuthNote" -> {
                kept.removeAuthNote((String) arguments[0]);
                yield null;
            }
            default -> throw Answers.unexpected(method);
        });
    }
}
