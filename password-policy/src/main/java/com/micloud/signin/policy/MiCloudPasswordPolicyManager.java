package com.micloud.signin.policy;

import java.util.Comparator;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Checks the MiCloud rules before all other policies of a realm. Keycloak asks its policies in no fixed order and
 * reports only the first broken one. So a policy of Keycloak, for instance the password history, could hide all our
 * messages.
 */
final class MiCloudPasswordPolicyManager implements PasswordPolicyManagerProvider {

    private final KeycloakSession session;

    MiCloudPasswordPolicyManager(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        for (PasswordPolicyProvider policy : policies(realm)) {
            PolicyError error = policy.validate(realm, user, password);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    @Override
    public PolicyError validate(String username, String password) {
        for (PasswordPolicyProvider policy : policies(session.getContext().getRealm())) {
            PolicyError error = policy.validate(username, password);
            if (error != null) {
                return error;
            }
        }
        return null;
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private List<PasswordPolicyProvider> policies(RealmModel realm) {
        return realm.getPasswordPolicy().getPolicies().stream()
                .sorted(Comparator.comparing((String id) -> !id.equals(MiCloudPasswordPolicyFactory.ID))
                        .thenComparing(Comparator.naturalOrder()))
                .map(id -> session.getProvider(PasswordPolicyProvider.class, id))
                .toList();
    }
}
