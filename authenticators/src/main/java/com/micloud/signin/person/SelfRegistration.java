package com.micloud.signin.person;

import com.micloud.signin.session.NewPerson;
import com.micloud.signin.session.SelfGivenName;
import org.keycloak.authentication.actiontoken.inviteorg.InviteOrgActionToken;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.representations.idm.AbstractUserRepresentation;
import org.keycloak.userprofile.AttributeChangeListener;
import org.keycloak.userprofile.Attributes;
import org.keycloak.userprofile.UserProfile;

/**
 * The profile of a person who registers themselves. The name counts as self-given, unless an administrator has invited
 * that e-mail address.
 */
final class SelfRegistration implements UserProfile {

    private final KeycloakSession session;
    private final UserProfile profile;

    SelfRegistration(KeycloakSession session, UserProfile profile) {
        this.session = session;
        this.profile = profile;
    }

    @Override
    public void validate() {
        profile.validate();
    }

    @Override
    public UserModel create() {
        return noted(profile.create());
    }

    @Override
    public UserModel create(boolean validate) {
        return noted(profile.create(validate));
    }

    private UserModel noted(UserModel user) {
        // Keycloak leaves the invitation here once it has verified it (RegistrationUserCreation).
        InviteOrgActionToken invitation =
                session.getAttribute(InviteOrgActionToken.class.getName(), InviteOrgActionToken.class);
        NewPerson.note(session, user);
        if (invitation != null && invitation.getEmail().equalsIgnoreCase(user.getEmail())) {
            // Nobody has the link who does not read the mails to that address.
            user.setEmailVerified(true);
        }
        boolean invited = invitation != null && user.getUsername().equalsIgnoreCase(invitation.getEmail());
        if (!invited) {
            SelfGivenName.note(user);
        }
        return user;
    }

    @Override
    public void update(boolean removeAttributes, AttributeChangeListener... listeners) {
        profile.update(removeAttributes, listeners);
    }

    @Override
    public Attributes getAttributes() {
        return profile.getAttributes();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <R extends AbstractUserRepresentation> R toRepresentation(boolean full) {
        return profile.toRepresentation(full);
    }
}
