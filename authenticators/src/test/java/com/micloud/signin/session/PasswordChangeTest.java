package com.micloud.signin.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

@DisplayName("The last change of a password")
final class PasswordChangeTest {

    @ParameterizedTest(name = "stored [{0}], usable {1}: {2}, removed {3}")
    @CsvSource({
        "100, true, 100, false",
        "100 300 200, true, 300, false",
        "100, false, 100, false",
        "unknown, true, 0, false",
        "unknown 100, true, 100, false",
        "unknown, false, 0, true",
        "'', true, 0, false",
        "'', false, 0, true"
    })
    @DisplayName("is the newest of what Keycloak keeps; without any the password is kept elsewhere, or there is none")
    void read(String stored, boolean usable, long time, boolean removed) {
        assertThat(PasswordChange.of(user(stored, usable))).isEqualTo(new PasswordChange(time, removed));
    }

    @ParameterizedTest(name = "change at {0}, moment {1}: {2}")
    @CsvSource({"100, 99, true", "100, 100, true", "100, 101, false", "0, 0, false", "0, 5, false", "1, 0, true"})
    @DisplayName("is after whatever was before it or at the same moment, where it is known")
    void after(long change, long moment, boolean expected) {
        assertThat(new PasswordChange(change, false).isAfter(moment)).isEqualTo(expected);
    }

    private static UserModel user(String stored, boolean usable) {
        Supplier<Stream<CredentialModel>> credentials = () -> Stream.of(stored.split(" "))
                .filter(word -> !word.isEmpty())
                .map(word -> {
                    CredentialModel credential = new CredentialModel();
                    credential.setCreatedDate(word.equals("unknown") ? null : Long.valueOf(word));
                    return credential;
                });
        return Fake.of(
                UserModel.class,
                Map.of(
                        "credentialManager",
                        Fake.of(
                                SubjectCredentialManager.class,
                                Map.of("getStoredCredentialsByTypeStream", credentials, "isConfiguredFor", usable))));
    }
}
