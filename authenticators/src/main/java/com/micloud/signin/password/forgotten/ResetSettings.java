package com.micloud.signin.password.forgotten;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.RealmModel;

/**
 * The settings of a realm for reset mails. A value that is no number or not within the limits counts as absent.
 *
 * @param codeLifespan seconds for which a code is good
 * @param codeTries how often a code may be guessed
 * @param mailsPerUser how many mails a user gets in an hour because one network asked
 * @param mailsPerAddress how many mails are sent in an hour because one network address asked
 * @param wrongCodes how many wrong codes of a user within thirty days end the codes in the user's mails
 * @param mistakes what is wrong with the realm's attributes, in whole sentences without the full stop
 */
public record ResetSettings(
        int codeLifespan, int codeTries, int mailsPerUser, int mailsPerAddress, int wrongCodes, List<String> mistakes) {

    public ResetSettings {
        mistakes = List.copyOf(mistakes);
    }

    public static ResetSettings of(RealmModel realm) {
        Reader reader = new Reader(realm);
        return new ResetSettings(
                reader.number("micloud.resetCodeLifespan", 60, 3600, 900),
                reader.number("micloud.resetCodeTries", 1, 10, 5),
                reader.number("micloud.resetMailsPerUser", 1, 20, 5),
                reader.number("micloud.resetMailsPerAddress", 1, 10_000, 100),
                reader.number("micloud.resetWrongCodes", 1, 200, 50),
                reader.mistakes);
    }

    private static final class Reader {
        private final RealmModel realm;
        private final List<String> mistakes = new ArrayList<>();

        Reader(RealmModel realm) {
            this.realm = realm;
        }

        int number(String attribute, int least, int most, int usual) {
            String value = realm.getAttribute(attribute);
            if (value == null || value.isBlank()) {
                return usual;
            }
            if (value.strip().matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(value.strip());
                if (number >= least && number <= most) {
                    return number;
                }
            }
            mistakes.add(attribute + " is '" + value + "', not a number from " + least + " to " + most
                    + ", so it is taken for " + usual);
            return usual;
        }
    }
}
