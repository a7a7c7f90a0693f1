package com.micloud.signin.person;

import com.micloud.signin.keycloak.GuardedRealm;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.keycloak.authentication.requiredactions.UpdateEmail;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;

/**
 * Keycloak's own user profiles, except that in a guarded realm a person changes their record with a proof of their own only,
 * and a new username or e-mail address waits until it is confirmed (spec: "The person's own record", 1 and 3). Every page
 * and API of Keycloak by which a person changes it writes through here; what administrators write passes unchanged.
 */
final class PersonProfiles extends DeclarativeUserProfileProvider {

    /** Where a person changes their own record, and not an administrator another one's. */
    private static final Set<UserProfileContext> BY_THE_PERSON = EnumSet.of(
            UserProfileContext.ACCOUNT,
            UserProfileContext.UPDATE_PROFILE,
            UserProfileContext.UPDATE_EMAIL,
            UserProfileContext.IDP_REVIEW);

    private final KeycloakSession session;

    PersonProfiles(KeycloakSession session, DeclarativeUserProfileProviderFactory factory) {
        super(session, factory);
        this.session = session;
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
        return GuardedRealm.is(session.getContext().getRealm());
    }

    private UserProfile changed(UserProfileContext context, Map<String, ?> attributes, UserModel user) {
        // Keycloak's own reading of the names of attributes counts: it takes more than one spelling for the same.
        Attributes wished = super.create(context, attributes, user).getAttributes();
        NameWish wish = NameWish.of(wished, user, name -> mayChange(context, name, user));
        UserProfile kept = super.create(context, wish.withoutIt(wished, user), user);
        return new PersonProfile(session, kept, user, wish, problems(wish, user));
    }

    /** What is wrong with the form of the new names. That somebody else has one is none of the person's business. */
    private NameProblems problems(NameWish wish, UserModel user) {
        return NameProblems.of(wish, attributes -> super.create(UserProfileContext.USER_API, attributes, user)
                .getAttributes());
    }

    /** Where Keycloak has a page of its own for the e-mail address, it keeps it from being written anywhere else. */
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
