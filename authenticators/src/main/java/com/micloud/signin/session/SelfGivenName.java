package com.micloud.signin.session;

import org.keycloak.models.UserModel;

/**
 * Remembers that a person chose their username themselves. Such a name proves nothing to a provider without an existing
 * link, until an administrator confirms the person (spec: "The person's own record", 4).
 */
public final class SelfGivenName {

    /** The attributes that the bundle stores with a user begin with this; only the bundle writes them. */
    public static final String OF_THE_BUNDLE = "micloud.";

    /** The user attribute that has the name; an administrator confirms the person by removing it. */
    public static final String ATTRIBUTE = "micloud.renamed";

    private SelfGivenName() {}

    /** Notes that the user's name of now is self-given. */
    public static void note(UserModel user) {
        user.setSingleAttribute(ATTRIBUTE, user.getUsername());
    }

    /** Whether the user's name of now is self-given; a name that an administrator has given since is not. */
    public static boolean is(UserModel user) {
        String given = user.getFirstAttribute(ATTRIBUTE);
        return given != null && given.equalsIgnoreCase(user.getUsername());
    }
}
