package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Fake;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.UserProfileProvider;

@DisplayName("The report at start, about usernames,")
final class UsernameInspectionTest {

    @ParameterizedTest(name = "validators [{0}]: {1}")
    @CsvSource({
        "micloud-username, ",
        "length micloud-username, ",
        "'', look like the one of another person",
        "length, look like the one of another person",
        "micloud-username username-prohibited-characters, business e-mail addresses",
        "micloud-username up-username-not-idn-homograph, business e-mail addresses",
        "username-prohibited-characters, business e-mail addresses"
    })
    @DisplayName("says what the validators of the profile refuse or let through")
    void inspected(String validators, String fault) {
        UPAttribute username = new UPAttribute("username");
        for (String validator : validators.isEmpty() ? new String[] {} : validators.split(" ")) {
            username.addValidation(validator, Map.of());
        }
        if (fault == null) {
            assertThat(UsernameInspection.inspect(session(username))).isEmpty();
        } else {
            assertThat(UsernameInspection.inspect(session(username))
                            .orElseThrow()
                            .fault())
                    .contains(fault);
        }
    }

    @Test
    @DisplayName("says the same of a profile without usernames, and of one that no validator looks at")
    void without() {
        UPAttribute unchecked = new UPAttribute("username");
        unchecked.setValidations(null);
        Finding finding = UsernameInspection.inspect(session(unchecked)).orElseThrow();
        assertThat(finding.fault()).contains("look like the one of another person");
        assertThat(UsernameInspection.inspect(session(null))).contains(finding);
    }

    private static KeycloakSession session(UPAttribute username) {
        UPConfig config = new UPConfig();
        config.setAttributes(new ArrayList<>());
        if (username != null) {
            config.addOrReplaceAttribute(username);
        }
        return Fake.of(
                KeycloakSession.class,
                Map.of("getProvider", Fake.of(UserProfileProvider.class, Map.of("getConfiguration", config))));
    }
}
