package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import com.micloud.signin.TestUsers;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

@DisplayName("A proof of the person's own")
final class OwnProofTest {

    private static final long NOW = 1_800_000_000_000L;

    @ParameterizedTest(name = "password given {0} ms ago: {1}")
    @CsvSource({"0, true", "1, true", "300000, true", "300001, false", "never, false"})
    @DisplayName("is fresh for five minutes")
    void fresh(String ago, boolean expected) {
        long password = ago.equals("never") ? 0 : NOW - Long.parseLong(ago);
        assertThat(OwnProof.isFresh(new Proofs(password, 0, Map.of()), NOW)).isEqualTo(expected);
    }

    @Test
    @DisplayName("is no provider's word, however new")
    void provider() {
        Proofs vouched = new Proofs(0, 0, Map.of("org-1", new Proofs.Vouched("okta", NOW)));
        assertThat(OwnProof.isFresh(vouched, NOW)).isFalse();
        assertThat(OwnProof.isFresh(vouched, 1)).isFalse();
    }

    @ParameterizedTest(name = "given {0} s ago, changed {1} s ago: fresh {2}, behind {3}")
    @CsvSource({
        "10, never, true, true",
        "10, 20, true, true",
        "20, 10, false, false",
        "3600, never, false, true",
        "never, never, false, false"
    })
    @DisplayName("is behind a session that a password opened which is still the user's")
    void behind(String given, String changed, boolean fresh, boolean behind) {
        UserModel user =
                changed.equals("never") ? TestUsers.named("alex") : TestUsers.withPasswordOf("alex", ago(changed));
        String note = "{\"password\":" + (given.equals("never") ? 0 : ago(given)) + "}";
        UserSessionModel session = Fake.of(UserSessionModel.class, Map.of("getUser", user, "getNote", note));
        assertThat(OwnProof.isFreshIn(session)).isEqualTo(fresh);
        assertThat(OwnProof.isBehind(session)).isEqualTo(behind);
    }

    private static long ago(String seconds) {
        return Time.currentTimeMillis() - 1000 * Long.parseLong(seconds);
    }

    @Test
    @DisplayName("is possible for whoever has a password, wherever it is kept")
    void possible() {
        assertThat(OwnProof.isPossible(TestUsers.named("alex"))).isTrue();
        assertThat(OwnProof.isPossible(TestUsers.withPasswordOf("alex", 1))).isTrue();
        assertThat(OwnProof.isPossible(TestUsers.withoutPassword("alex"))).isFalse();
    }
}
