package com.micloud.signin.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.validate.ValidationError;

/**
 * What is wrong with the form of new names, by the rules of the realm. Whether somebody else has a name is no problem of its
 * form: nobody learns here which names exist.
 *
 * @param errors each at its field
 */
record NameProblems(List<ValidationError> errors) {

    /** The keys with which Keycloak says that somebody has the name. */
    private static final Set<String> ABOUT_OTHERS = Set.of("usernameExistsMessage", "emailExistsMessage");

    private static final String NOT_AN_ADDRESS = "micloudUsernameNotAddress";

    NameProblems {
        errors = List.copyOf(errors);
    }

    /**
     * Judges the names that are new.
     *
     * @param rules makes of attributes what the realm's rules can be asked about
     */
    static NameProblems of(NameWish wish, Function<Map<String, ?>, Attributes> rules) {
        List<ValidationError> errors = new ArrayList<>();
        if (!wish.username().isEmpty()) {
            errors.addAll(errors(rules, UserModel.USERNAME, wish.username()));
            if (errors.isEmpty()
                    && !errors(rules, UserModel.EMAIL, wish.username()).isEmpty()) {
                // It could be confirmed nowhere.
                errors.add(new ValidationError("micloud", UserModel.USERNAME, NOT_AN_ADDRESS));
            }
        }
        if (!wish.email().isEmpty()) {
            errors.addAll(errors(rules, UserModel.EMAIL, wish.email()));
        }
        return new NameProblems(errors);
    }

    private static List<ValidationError> errors(
            Function<Map<String, ?>, Attributes> rules, String attribute, String value) {
        List<ValidationError> errors = new ArrayList<>();
        judge(rules.apply(Map.of(attribute, List.of(value))), attribute, error -> {
            if (!ABOUT_OTHERS.contains(error.getMessage())) {
                errors.add(error);
            }
        });
        return errors;
    }

    /** Has Keycloak judge one attribute, and hands on what is wrong with it. */
    @SuppressWarnings("unchecked")
    static void judge(Attributes attributes, String name, Consumer<ValidationError> errors) {
        attributes.validate(name, errors);
    }
}
