package com.micloud.signin.policy;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PasswordPolicyProviderFactory;

/**
 * Offers the MiCloud rules to Keycloak as the password policy {@value #ID}.
 *
 * <p>In a realm's policy string it stands as {@code micloud-password(8-16 @!#$%&_-=+)}: the lengths allowed and the
 * special characters; without a value the same holds ({@link PasswordSettings}). It brings its own length rule because Keycloak stops at the first policy that is broken
 * and asks them in no particular order, and because its {@code length} and {@code maxLength} count UTF-16 units: beside
 * those two, a password that breaks several rules may be told of its length only.
 */
public final class MiCloudPasswordPolicyFactory implements PasswordPolicyProviderFactory {

    /** The name of the policy in a realm's policy string. */
    public static final String ID = "micloud-password";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public PasswordPolicyProvider create(KeycloakSession session) {
        return new MiCloudPasswordPolicy(session);
    }

    @Override
    public String getDisplayName() {
        return "MiCloud password rules";
    }

    @Override
    public String getConfigType() {
        return PasswordPolicyProvider.STRING_CONFIG_TYPE;
    }

    @Override
    public String getDefaultConfigValue() {
        return PasswordSettings.DEFAULT.asConfig();
    }

    @Override
    public boolean isMultiplSupported() {
        return false;
    }

    @Override
    public void init(Config.Scope config) {
        // Everything there is to configure belongs to a realm.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Needs nothing of other providers.
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
