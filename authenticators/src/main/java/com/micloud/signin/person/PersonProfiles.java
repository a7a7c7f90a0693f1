package com.micloud.signin.person;

import com.micloud.signin.keycloak.GuardedRealm;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPConfig;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.AttributeValidatorMetadata;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.validator.UsernameIDNHomographValidator;
import org.keycloak.userprofile.validator.UsernameProhibitedCharactersValidator;

/**
 * Keycloak's own user profiles, except that in a guarded realm a person changes their record with a proof of their own only,
 * and a new username or e-mail address waits until it is confirmed (spec: "The person's own record", 1 and 3). Every page
 * and API of Keycloak by which a person changes it writes through here; what administrators write passes unchanged.
 * {@link UsernameValidator} takes the place of Keycloak's two rules for usernames, where the realm has not set its own.
 */
final class PersonProfiles extends DeclarativeUserProfileProvider {

    /** The contexts in which a person changes their own record, and not an administrator another one's. */
    private static final Set<UserProfileContext> BY_THE_PERSON = EnumSet.of(
            UserProfileContext.ACCOUNT,
            UserProfileContext.UPDATE_PROFILE,
            UserProfileContext.UPDATE_EMAIL,
            UserProfileContext.IDP_REVIEW);

    /** Keycloak's own rules, which refuse most of the signs in addresses, and all scripts but Latin. */
    private static final Set<String> STOCK_RULES =
            Set.of(UsernameProhibitedCharactersValidator.ID, UsernameIDNHomographValidator.ID);

    private final KeycloakSession session;
    private final String id;

    PersonProfiles(KeycloakSession session, DeclarativeUserProfileProviderFactory factory) {
        super(session, factory);
        this.session = session;
        this.id = factory.getId();
    }

    /** What the admin console shows, and saves once an administrator changes anything. */
    @Override
    public UPConfig getConfiguration() {
        UPConfig config = super.getConfiguration();
        UPAttribute username = config.getAttribute(UserModel.USERNAME);
        if (takesDefaultRules() && username != null && username.getValidations() != null) {
            Map<String, Map<String, Object>> rules = new LinkedHashMap<>(username.getValidations());
            if (rules.keySet().removeAll(STOCK_RULES)) {
                rules.put(UsernameValidator.ID, Map.of());
                username.setValidations(rules);
            }
        }
        return config;
    }

    @Override
    protected UserProfileMetadata configureUserProfile(UserProfileMetadata metadata, KeycloakSession session) {
        UserProfileMetadata configured = super.configureUserProfile(metadata, session);
        if (takesDefaultRules()) {
            configured.getAttribute(UserModel.USERNAME).forEach(this::replaceStockRules);
        }
        return configured;
    }

    private void replaceStockRules(AttributeMetadata username) {
        List<AttributeValidatorMetadata> rules = username.getValidators();
        if (rules != null && rules.removeIf(rule -> STOCK_RULES.contains(rule.getValidatorId()))) {
            rules.add(createConfiguredValidator(UsernameValidator.ID, Map.of()));
        }
    }

    /** Whether this is a guarded realm for which no administrator has saved a user profile. */
    private boolean takesDefaultRules() {
        RealmModel realm = session.getContext().getRealm();
        return isGuarded()
                && realm.getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                        .noneMatch(component -> component.getProviderId().equals(id));
    }

    @Override
    public UserProfile create(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
        return user != null && BY_THE_PERSON.contains(context) && isGuarded()
                ? changed(context, attributes, user)
                : super.create(context, attributes, user);
    }

    @Override
    public UserProfile create(UserProfileContext context, Map<String, ?> attributes) {
        UserProfile profile = super.create(context, attributes);
        return context == UserProfileContext.REGISTRATION && isGuarded()
                ? new SelfRegistration(session, profile)
                : profile;
    }

    private boolean isGuarded() {
        return GuardedRealm.isCurrent(session);
    }

    private UserProfile changed(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
        // Keycloak's own reading of the names of attributes counts: it takes more than one spelling for the same.
        Attributes wished = super.create(context, attributes, user).getAttributes();
        NameWish wish = NameWish.of(wished, user, name -> mayChange(context, name, user));
        UserProfile kept = super.create(context, wish.withoutIt(wished, user), user);
        return new PersonProfile(session, kept, user, wish, problems(wish, user));
    }

    /** The errors in the form of the new names. The form does not show that another user has the name. */
    private NameProblems problems(NameWish wish, UserModel user) {
        return NameProblems.of(wish, attributes -> super.create(UserProfileContext.USER_API, attributes, user)
                .getAttributes());
    }

    /** If Keycloak has its own page for the e-mail address, it refuses changes of the address on other pages. */
    private boolean mayChange(UserProfileContext context, String attribute, UserModel user) {
        boolean here = !super.create(context, user).getAttributes().isReadOnly(attribute);
        return here
                || (attribute.equals(UserModel.EMAIL)
                        && UpdateEmail.isEnabled(session.getContext().getRealm())
                        && !super.create(UserProfileContext.UPDATE_EMAIL, user)
                                .getAttributes()
                                .isReadOnly(UserModel.EMAIL));
    }
}
