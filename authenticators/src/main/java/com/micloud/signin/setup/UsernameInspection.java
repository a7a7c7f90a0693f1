package com.micloud.signin.setup;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.validator.UsernameIDNHomographValidator;
import org.keycloak.userprofile.validator.UsernameProhibitedCharactersValidator;

/** Looks over which usernames a realm allows. Only a user profile that an administrator has saved can be wrong. */
final class UsernameInspection {

    private static final String OWN_RULE = "micloud-username";

    private UsernameInspection() {}

    /** What is wrong with the realm of this session; empty where nothing is. */
    static Optional<Finding> inspect(KeycloakSession session) {
        UPAttribute username = session.getProvider(UserProfileProvider.class)
                .getConfiguration()
                .getAttribute(UserModel.USERNAME);
        Set<String> rules = username == null || username.getValidations() == null
                ? Set.of()
                : new TreeSet<>(username.getValidations().keySet());
        return fault(rules)
                .map(fault -> new Finding(
                        "User profile, attribute username",
                        "its validators are " + rules + ", so " + fault,
                        "Under Realm settings > User profile > username remove "
                                + UsernameProhibitedCharactersValidator.ID + " and " + UsernameIDNHomographValidator.ID
                                + ", and add " + OWN_RULE));
    }

    private static Optional<String> fault(Set<String> rules) {
        if (rules.contains(UsernameProhibitedCharactersValidator.ID)
                || rules.contains(UsernameIDNHomographValidator.ID)) {
            return Optional.of("business e-mail addresses such as o'hara@acme.example cannot be usernames");
        }
        return rules.contains(OWN_RULE)
                ? Optional.empty()
                : Optional.of("a username may look like the one of another person");
    }
}
