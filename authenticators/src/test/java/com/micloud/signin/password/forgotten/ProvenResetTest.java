package com.micloud.signin.password.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.TestNotes;
import com.micloud.signin.TestObjects;
import com.micloud.signin.TestRealms;
import com.micloud.signin.TestRequest;
import com.micloud.signin.TestUsers;
import com.micloud.signin.session.PasswordChange;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

@DisplayName("A reset mail")
final class ProvenResetTest {

    private static final PasswordChange UNKNOWN = new PasswordChange(0, false);

    private final TestObjects objects = new TestObjects();
    private final KeycloakSession session = new TestRequest(TestRealms.guarded(), "/realms/micloud/x")
            .answering("singleUseObjects", objects.provider())
            .session();
    private final UserModel alex = TestUsers.named("alex");

    @Test
    @DisplayName("proves nothing to another user, and nothing where none led here")
    void owner() {
        AuthenticationSessionModel notes = TestNotes.empty();
        assertThat(ProvenReset.of(notes, alex)).isEmpty();
        mail("1", 100).note(notes);
        assertThat(ProvenReset.of(notes, alex)).isPresent();
        assertThat(ProvenReset.of(notes, TestUsers.named("finn"))).isEmpty();
    }

    @ParameterizedTest(name = "written at {0}, password changed at {1}: {2}")
    @CsvSource({"100, 99, true", "100, 100, false", "100, 101, false", "100, 0, true"})
    @DisplayName("is good until the password changes")
    void changed(long written, long changed, boolean good) {
        UserModel user = changed == 0 ? alex : TestUsers.withPasswordOf("alex", changed);
        assertThat(ProvenReset.counts(session, user, mail("1", written))).isEqualTo(good);
        assertThat(redeem("1", written, new PasswordChange(changed, false))).isEqualTo(good);
    }

    @Test
    @DisplayName("is good for one new password, on whichever node and in whichever tab")
    void once() {
        long written = Time.currentTimeMillis() + 60_000;
        assertThat(redeem("1", written, UNKNOWN)).isTrue();
        assertThat(ProvenReset.counts(session, alex, mail("1", written))).isFalse();
        assertThat(redeem("1", written, new PasswordChange(5, false))).isFalse();
    }

    @Test
    @DisplayName("is used up by a later one, even where nothing tells when the password was changed")
    void earlier() {
        long written = Time.currentTimeMillis() - 1000;
        assertThat(ProvenReset.counts(session, alex, mail("1", written))).isTrue();
        assertThat(redeem("2", written + 1, UNKNOWN)).isTrue();
        objects.pass(61);
        assertThat(ProvenReset.counts(session, alex, mail("1", written))).isFalse();
        assertThat(redeem("1", written, UNKNOWN)).isFalse();
        assertThat(redeem("3", Time.currentTimeMillis() + 60_000, UNKNOWN)).isTrue();
    }

    @ParameterizedTest(name = "written at {0}, last reset at 100: {1}")
    @CsvSource({"99, false", "100, false", "101, true"})
    @DisplayName("is good only if it was written after the last reset")
    void lastReset(long written, boolean good) {
        objects.provider().put("micloud.reset.last.realm-1." + alex.getId(), 60, Map.of("time", "100"));
        assertThat(ProvenReset.counts(session, alex, mail("1", written))).isEqualTo(good);
        assertThat(redeem("1", written, UNKNOWN)).isEqualTo(good);
    }

    @Test
    @DisplayName("sets no second password on the same old one at the same time")
    void atOnce() {
        long written = Time.currentTimeMillis() + 60_000;
        assertThat(redeem("1", written, UNKNOWN)).isTrue();
        assertThat(redeem("2", written, UNKNOWN)).isFalse();
        assertThat(redeem("3", written, new PasswordChange(7, false))).isTrue();
    }

    @Test
    @DisplayName("is remembered as redeemed in its own sign-in, and only if it was good")
    void remembered() {
        AuthenticationSessionModel notes = TestNotes.empty();
        mail("1", 100).note(notes);
        ProvenReset proven = ProvenReset.of(notes, alex).orElseThrow();
        assertThat(proven.redeem(session, alex, new PasswordChange(100, false))).isFalse();
        assertThat(proven.isRedeemed()).isFalse();
        assertThat(proven.redeem(session, alex, UNKNOWN)).isTrue();
        assertThat(ProvenReset.of(notes, alex).map(ProvenReset::isRedeemed)).isEqualTo(Optional.of(true));
    }

    private boolean redeem(String id, long written, PasswordChange before) {
        AuthenticationSessionModel notes = TestNotes.empty();
        mail(id, written).note(notes);
        return ProvenReset.of(notes, alex).orElseThrow().redeem(session, alex, before);
    }

    private MailedReset mail(String id, long written) {
        return new MailedReset(alex.getId(), id, written);
    }
}
