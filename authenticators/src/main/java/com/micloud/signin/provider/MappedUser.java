package com.micloud.signin.provider;

import com.micloud.signin.session.SelfGivenName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.UserModelDelegate;

/**
 * The user object that a provider's mappers get. They can write attributes, roles and groups. The object ignores
 * changes to the person's own record (spec: "The person's own record", 5).
 */
final class MappedUser extends UserModelDelegate {

    private static final Logger LOG = Logger.getLogger(MappedUser.class);

    private static final Set<String> RECORD = Set.of(
            UserModel.USERNAME.toLowerCase(Locale.ROOT),
            UserModel.EMAIL.toLowerCase(Locale.ROOT),
            "emailverified",
            UserModel.FIRST_NAME.toLowerCase(Locale.ROOT),
            UserModel.LAST_NAME.toLowerCase(Locale.ROOT));

    /** Attributes that the bundle, and Keycloak itself, store with a user. */
    private static final List<String> RESERVED = List.of(SelfGivenName.OF_THE_BUNDLE, "kc.");

    MappedUser(UserModel user) {
        super(user);
    }

    /** Whether an attribute is of the record; some databases tell names apart without their case. */
    static boolean isOfTheRecord(String attribute) {
        String name = attribute.strip().toLowerCase(Locale.ROOT);
        return RECORD.contains(name) || RESERVED.stream().anyMatch(name::startsWith);
    }

    private static void dropped(String what) {
        LOG.debugf("A mapper of a provider may not write %s; it stays as it is.", what);
    }

    @Override
    public void setSingleAttribute(String name, String value) {
        if (isOfTheRecord(name)) {
            dropped(name);
        } else {
            super.setSingleAttribute(name, value);
        }
    }

    @Override
    public void setAttribute(String name, List<String> values) {
        if (isOfTheRecord(name)) {
            dropped(name);
        } else {
            super.setAttribute(name, values);
        }
    }

    @Override
    public void removeAttribute(String name) {
        if (isOfTheRecord(name)) {
            dropped(name);
        } else {
            super.removeAttribute(name);
        }
    }

    @Override
    public void setUsername(String username) {
        dropped(USERNAME);
    }

    @Override
    public void setEmail(String email) {
        dropped(EMAIL);
    }

    @Override
    public void setEmailVerified(boolean verified) {
        dropped("emailVerified");
    }

    @Override
    public void setFirstName(String firstName) {
        dropped(FIRST_NAME);
    }

    @Override
    public void setLastName(String lastName) {
        dropped(LAST_NAME);
    }

    @Override
    public void setEnabled(boolean enabled) {
        dropped("enabled");
    }

    @Override
    public void addRequiredAction(String action) {
        dropped("required actions");
    }

    @Override
    public void addRequiredAction(RequiredAction action) {
        dropped("required actions");
    }

    @Override
    public void removeRequiredAction(String action) {
        dropped("required actions");
    }

    @Override
    public void removeRequiredAction(RequiredAction action) {
        dropped("required actions");
    }

    @Override
    public void setFederationLink(String link) {
        dropped("the federation link");
    }

    @Override
    public void setServiceAccountClientLink(String clientInternalId) {
        dropped("the service account");
    }

    @Override
    public void setCreatedTimestamp(Long timestamp) {
        dropped("the time of creation");
    }

    /** Credentials can be looked at; whatever would change one fails, and the sign-in with it. */
    @Override
    public SubjectCredentialManager credentialManager() {
        SubjectCredentialManager credentials = super.credentialManager();
        return (SubjectCredentialManager) Proxy.newProxyInstance(
                MappedUser.class.getClassLoader(),
                new Class<?>[] {SubjectCredentialManager.class},
                (proxy, method, arguments) -> {
                    if (!method.getName().startsWith("get") && !method.getName().startsWith("is")) {
                        throw new UnsupportedOperationException("A mapper of a provider writes no credentials.");
                    }
                    try {
                        return method.invoke(credentials, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
