package com.micloud.signin.person;

import java.util.List;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.UserProfileAttributeValidationContext;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * The rule for usernames, as a validator of Keycloak's user profile. A name that a person has already stays valid, so that
 * everything else about that person can still be changed.
 */
public final class UsernameValidator extends AbstractStringValidator implements ConfiguredProvider {

    /** The validator's id. */
    public static final String ID = "micloud-username";

    /** Keycloak's own message, which its consoles know too. */
    private static final String MESSAGE = "error-username-invalid-character";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        if (!UsernameRule.allows(value) && !isOwnName(value, context)) {
            context.addError(new ValidationError(ID, inputHint, MESSAGE));
        }
    }

    private static boolean isOwnName(String value, ValidationContext context) {
        if (!(context instanceof UserProfileAttributeValidationContext profile)) {
            return false;
        }
        UserModel user = profile.getAttributeContext().getUser();
        return user != null && value.equals(user.getUsername());
    }

    @Override
    public String getHelpText() {
        return "Allows what business e-mail addresses have: letters of any living script, digits and signs such as ' and +."
                + " Refuses names that look like another name.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
