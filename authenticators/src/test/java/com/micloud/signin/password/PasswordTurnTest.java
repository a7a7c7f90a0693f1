package com.micloud.signin.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.TestObjects;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;

@DisplayName("The turn to check a password")
final class PasswordTurnTest {

    private final TestObjects objects = new TestObjects();
    private final KeycloakSession session = new TestRequest(TestRealms.guarded(), "/realms/micloud/x")
            .answering("singleUseObjects", objects.provider())
            .session();

    @Test
    @DisplayName("comes again after each check, also after one that failed")
    void again() {
        assertThat(PasswordTurn.of(session, "alex").run(() -> 1)).contains(1);
        assertThatThrownBy(() -> PasswordTurn.of(session, "alex").run(() -> {
                    throw new IllegalStateException("check");
                }))
                .hasMessage("check");
        assertThat(PasswordTurn.of(session, "alex").run(() -> 2)).contains(2);
    }

    @Test
    @DisplayName("does not come while another check of the same name runs, where too many wait")
    void taken() {
        List<Optional<Integer>> inner = new ArrayList<>();
        fillWaitingRooms();
        PasswordTurn.of(session, "alex").run(() -> {
            inner.add(PasswordTurn.of(session, "ALEX").run(() -> 1));
            inner.add(PasswordTurn.of(session, "finn").run(() -> 2));
            return 0;
        });
        assertThat(inner).containsExactly(Optional.empty(), Optional.of(2));
    }

    @Test
    @DisplayName("comes after half a minute where a node has stopped in the middle of a check")
    void stopped() {
        fillWaitingRooms();
        List<Optional<Integer>> inner = new ArrayList<>();
        PasswordTurn.of(session, "alex").run(() -> {
            objects.pass(29);
            inner.add(PasswordTurn.of(session, "alex").run(() -> 1));
            objects.pass(1);
            inner.add(PasswordTurn.of(session, "alex").run(() -> 2));
            return 0;
        });
        assertThat(inner).containsExactly(Optional.empty(), Optional.of(2));
    }

    private void fillWaitingRooms() {
        for (int room = 0; room < 4; room++) {
            for (int place = 0; place < 8; place++) {
                objects.provider().putIfAbsent("micloud.waiting." + room + "." + place, 600);
            }
        }
    }
}
