package com.micloud.signin.person;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;

/**
 * The new username and e-mail address that a person has entered, in small letters as Keycloak keeps them, and
 * in the one spelling (NFC) that {@link UsernameRule} allows.
 *
 * @param username empty where it is to stay
 * @param email empty where it is to stay
 */
record NameWish(String username, String email) {

    /**
     * The differences to the current names, the case of letters aside.
     *
     * @param mayChange whether the person may change the attribute at all; one that may not is left to Keycloak to refuse
     */
    static NameWish of(Attributes wished, UserModel user, Predicate<String> mayChange) {
        return new NameWish(
                differing(wished, UserModel.USERNAME, user.getUsername(), mayChange),
                differing(wished, UserModel.EMAIL, user.getEmail(), mayChange));
    }

    private static String differing(Attributes wished, String name, String now, Predicate<String> mayChange) {
        String entered = folded(wished.getFirst(name));
        boolean differs = !entered.isEmpty() && !entered.equals(folded(now));
        return differs && mayChange.test(name) ? entered : "";
    }

    private static String folded(String text) {
        String entered = Objects.requireNonNullElse(text, "").strip().toLowerCase(Locale.ROOT);
        return Normalizer.normalize(entered, Normalizer.Form.NFC);
    }

    /** The attributes with the names of now in the place of the new ones, and of those that were left out. */
    Map<String, List<String>> withoutIt(Attributes wished, UserModel user) {
        Map<String, List<String>> kept = new HashMap<>(wished.toMap());
        keep(kept, UserModel.USERNAME, username, user.getUsername());
        keep(kept, UserModel.EMAIL, email, user.getEmail());
        return kept;
    }

    private static void keep(Map<String, List<String>> attributes, String name, String wish, String now) {
        boolean leftOut = attributes.getOrDefault(name, List.of()).stream().allMatch(String::isBlank);
        if (attributes.containsKey(name) && (leftOut || !wish.isEmpty())) {
            attributes.put(name, now == null ? List.of() : List.of(now));
        }
    }

    boolean isEmpty() {
        return username.isEmpty() && email.isEmpty();
    }

    /** The changes that need a confirmation. */
    List<NameChange> changes() {
        return NameChange.of(username, email);
    }
}
