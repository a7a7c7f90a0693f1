package com.micloud.signin.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.TokenCategory;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.TokenManager;
import org.keycloak.models.UserModel;
import org.keycloak.util.JsonSerialization;

@DisplayName("The link that confirms a new address")
final class ChangeTokenTest {

    private static final NameChange CHANGE = new NameChange("new@acme.example", true, false);
    private static final UserModel ALEX =
            Fake.of(UserModel.class, Map.of("getId", "user-1", "getUsername", "alex", "getEmail", Fake.NULL));

    @ParameterizedTest(name = "username {0}, e-mail {1}")
    @CsvSource({"true, false", "false, true", "true, true"})
    @DisplayName("carries the change, the names of now and the time, and is read back")
    void readBack(boolean username, boolean email) throws IOException {
        long before = Time.currentTimeMillis();
        NameChange change = new NameChange("new@acme.example", username, email);
        ChangeToken read =
                read(json(ChangeToken.of(session(null), ALEX, change))).orElseThrow();
        assertThat(read.change()).isEqualTo(change);
        assertThat(read.oldUsername()).isEqualTo("alex");
        assertThat(read.oldEmail()).isEmpty();
        assertThat(read.getSubject()).isEqualTo("user-1");
        assertThat(read.asked()).isBetween(before, Time.currentTimeMillis());
        assertThat(read.getExp()).isBetween(before / 1000 + 300, Time.currentTimeMillis() / 1000 + 300);
        assertThat(read.getCategory()).isEqualTo(TokenCategory.INTERNAL);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "typ, Bearer",
        "typ, ",
        "iss, realm-2",
        "iss, ",
        "exp, past",
        "exp, ",
        "jti, ",
        "sub, ",
        "micloud_address, "
    })
    @DisplayName("is none where it was made for something else, in another realm, or too long ago")
    void spoilt(String claim, String value) throws IOException {
        Map<String, Object> json = json(ChangeToken.of(session(null), ALEX, CHANGE));
        assertThat(read(json)).isPresent();
        if (value == null) {
            json.remove(claim);
        } else {
            json.put(claim, value.equals("past") ? (Object) (Time.currentTimeMillis() / 1000) : value);
        }
        assertThat(read(json)).isEmpty();
    }

    @Test
    @DisplayName("is none where Keycloak cannot read it")
    void unreadable() {
        assertThat(ChangeToken.read(session(null), "text")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 43_200})
    @DisplayName("lives as long as the realm says")
    void lifespan(int seconds) {
        RealmModel realm = Fake.of(RealmModel.class, Map.of("getActionTokenGeneratedByUserLifespan", seconds));
        assertThat(ChangeToken.lifespan(realm)).isEqualTo(seconds);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(ChangeToken token) throws IOException {
        return JsonSerialization.readValue(JsonSerialization.writeValueAsString(token), HashMap.class);
    }

    private static Optional<ChangeToken> read(Map<String, Object> json) throws IOException {
        ChangeToken token = JsonSerialization.readValue(JsonSerialization.writeValueAsString(json), ChangeToken.class);
        return ChangeToken.read(session(token), "text");
    }

    private static KeycloakSession session(ChangeToken decoded) {
        RealmModel realm =
                Fake.of(RealmModel.class, Map.of("getId", "realm-1", "getActionTokenGeneratedByUserLifespan", 300));
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        Fake.of(KeycloakContext.class, Map.of("getRealm", realm)),
                        "tokens",
                        Fake.of(TokenManager.class, Map.of("decode", decoded == null ? Fake.NULL : decoded))));
    }
}
