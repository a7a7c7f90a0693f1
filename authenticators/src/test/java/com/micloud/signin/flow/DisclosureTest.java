package com.micloud.signin.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.RealmModel;

@DisplayName("What a realm shows of the accounts of a username")
final class DisclosureTest {

    @ParameterizedTest(name = "realm says [{0}], proved {1}, of {2} accounts: list {3}, name {4}")
    @CsvSource({
        "listed, true, 2, true, true",
        "listed, false, 2, true, true",
        "listed, false, 1, true, false",
        "listed, false, 0, true, false",
        "listed, true, 1, true, true",
        "typed, true, 2, true, true",
        "typed, false, 2, false, false",
        "typed, false, 1, false, false",
        "typed, true, 1, true, true",
        "Listed, false, 2, false, false",
        "' listed', false, 2, false, false",
        "'', false, 2, false, false",
        ", false, 2, false, false",
        ", true, 2, true, true"
    })
    @DisplayName("is nothing before the proof, unless it says listed and there is more than one to choose from")
    void disclosed(String word, boolean proved, int choices, boolean list, boolean name) {
        RealmModel realm = Answers.by(RealmModel.class, (method, arguments) -> {
            if (method.equals("getAttribute") && arguments[0].equals("micloud.accountDisclosure")) {
                return word;
            }
            throw Answers.unexpected(method);
        });
        assertThat(Disclosure.of(realm).allowsListing(proved)).isEqualTo(list);
        assertThat(Disclosure.of(realm).allowsNaming(proved, choices)).isEqualTo(name);
    }
}
