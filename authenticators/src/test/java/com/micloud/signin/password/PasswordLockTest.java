package com.micloud.signin.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.TestObjects;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import com.micloud.signin.TestUsers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.BruteForceProtector;

@DisplayName("The lock of a password")
final class PasswordLockTest {

    private static final String SIGN_IN = "/realms/micloud/login-actions/authenticate";
    private static final String ANSWER = "/realms/micloud/broker/okta/endpoint";

    private final List<String> asked = new ArrayList<>();
    private final UserModel alex = TestUsers.named("alex");
    private boolean keycloakSaysLocked;
    private boolean isLocked;

    private final BruteForceProtector lock =
            new PasswordLock(protector("keycloak", () -> keycloakSaysLocked), protector("locks", () -> isLocked));

    private interface Say {
        boolean yes();
    }

    private BruteForceProtector protector(String name, Say locked) {
        return Answers.by(BruteForceProtector.class, (method, arguments) -> {
            asked.add(name + "." + method);
            return method.startsWith("is") ? locked.yes() : null;
        });
    }

    @ParameterizedTest(name = "{0}, at {1}, Keycloak says locked {2}, it is {3}: for a while {4}, for ever {5}")
    @CsvSource({
        "guarded, sign-in, false, false, false, false",
        "guarded, sign-in, true, true, true, true",
        "guarded, answer, true, true, false, true",
        "guarded, answer, false, false, false, false",
        "stock, sign-in, true, false, true, true",
        "stock, sign-in, false, false, false, false",
        "stock, answer, true, false, true, true"
    })
    @DisplayName(
            "for a while does not stop the user's provider in a guarded realm; what Keycloak says counts elsewhere")
    void locked(String kind, String address, boolean keycloakSays, boolean locked, boolean forAWhile, boolean forEver) {
        keycloakSaysLocked = keycloakSays;
        isLocked = locked;
        RealmModel realm = kind.equals("guarded") ? TestRealms.guarded() : TestRealms.stock();
        KeycloakSession session = session(realm, address.equals("answer") ? ANSWER : SIGN_IN);
        assertThat(lock.isTemporarilyDisabled(session, realm, alex)).isEqualTo(forAWhile);
        assertThat(lock.isPermanentlyLockedOut(session, realm, alex)).isEqualTo(forEver);
    }

    @Test
    @DisplayName("is asked once where Keycloak says that there is none, and by the same question")
    void askedOnce() {
        RealmModel realm = TestRealms.guarded();
        lock.isTemporarilyDisabled(session(realm, SIGN_IN), realm, alex);
        lock.isPermanentlyLockedOut(session(realm, SIGN_IN), realm, alex);
        assertThat(asked).containsExactly("keycloak.isTemporarilyDisabled", "keycloak.isPermanentlyLockedOut");
        asked.clear();
        keycloakSaysLocked = true;
        isLocked = true;
        lock.isPermanentlyLockedOut(session(realm, SIGN_IN), realm, alex);
        assertThat(asked).containsExactly("keycloak.isPermanentlyLockedOut", "locks.isPermanentlyLockedOut");
    }

    @Test
    @DisplayName("counts where nobody may wait for the other attempt, as too many wait already")
    void tooManyWait() {
        keycloakSaysLocked = true;
        RealmModel realm = TestRealms.guarded();
        TestObjects objects = new TestObjects();
        int room = Math.floorMod(alex.getId().hashCode(), 4);
        for (int place = 0; place < 8; place++) {
            objects.provider().putIfAbsent("micloud.waiting." + room + "." + place, 60);
        }
        KeycloakSession session = new TestRequest(realm, SIGN_IN)
                .answering("singleUseObjects", objects.provider())
                .session();
        assertThat(lock.isTemporarilyDisabled(session, realm, alex)).isTrue();
    }

    @Test
    @DisplayName("is kept by Keycloak, which hears of every success and failure")
    void handedOn() {
        RealmModel realm = TestRealms.guarded();
        lock.failedLogin(realm, alex, null, null, Set.of());
        lock.successfulLogin(realm, alex, null, null, Set.of());
        lock.cleanUpPermanentLockout(session(realm, SIGN_IN), realm, alex);
        lock.close();
        assertThat(asked)
                .containsExactly(
                        "keycloak.failedLogin",
                        "keycloak.successfulLogin",
                        "keycloak.cleanUpPermanentLockout",
                        "keycloak.close");
    }

    private static KeycloakSession session(RealmModel realm, String path) {
        return new TestRequest(realm, path)
                .answering("singleUseObjects", new TestObjects().provider())
                .session();
    }
}
