package com.micloud.signin.person;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.session.SelfGivenName;
import org.keycloak.models.KeycloakSession;
import org.keycloak.userprofile.AttributeMetadata;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.DeclarativeUserProfileProviderFactory;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileMetadata;

/** Replaces Keycloak's own user profiles with {@link PersonProfiles}. */
public final class PersonProfilesFactory extends DeclarativeUserProfileProviderFactory {

    private static final String SELF_GIVEN = "Username chosen by the person (clear it to confirm who they are)";

    @Override
    public DeclarativeUserProfileProvider create(KeycloakSession session) {
        return new PersonProfiles(session, this);
    }

    @Override
    public int order() {
        return super.order() + 10;
    }

    /** Shows administrators of guarded realms, and nobody else, the name that a person gave themselves. */
    @Override
    protected UserProfileMetadata configureUserProfile(UserProfileMetadata metadata) {
        if (metadata.getContext() == UserProfileContext.USER_API) {
            AttributeMetadata selfGiven = metadata.addAttribute(
                    SelfGivenName.ATTRIBUTE, 1, AttributeMetadata.ALWAYS_TRUE, AttributeMetadata.ALWAYS_TRUE);
            selfGiven.setSelector(context -> GuardedRealm.isCurrent(context.getSession()));
            selfGiven.setRequired(AttributeMetadata.ALWAYS_FALSE).setAttributeDisplayName(SELF_GIVEN);
        }
        return super.configureUserProfile(metadata);
    }
}
