package com.micloud.signin.policy;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Checks every new password of a realm with {@link MiCloudPasswordRules} and reports all broken rules at once.
 *
 * <p>Keycloak has room for one message key and its arguments. The key is always {@value #BROKEN}; its arguments are those
 * of {@link MiCloudPasswordRules#messageArguments}. Each language writes one sentence for each rule in a choice format
 * (<code>{0,choice,0#|1# ...}</code>), so the text is whole wherever Keycloak formats it: on pages, in the answers of
 * the admin REST interface and in the admin console, with no code of ours in between.
 */
final class MiCloudPasswordPolicy implements PasswordPolicyProvider {

    static final String BROKEN = "micloudPasswordRulesBroken";

    private final KeycloakSession session;

    MiCloudPasswordPolicy(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return verdict(
                MiCloudPasswordRules.of(settings(realm)),
                NewPassword.of(password)
                        .by(OwnWords.of(
                                realm.getName(),
                                realm.getDisplayName(),
                                user.getUsername(),
                                user.getEmail(),
                                user.getFirstName(),
                                user.getLastName()))
                        .unlike(new CurrentPassword(session, user)::is));
    }

    @Override
    public PolicyError validate(String username, String password) {
        return verdict(MiCloudPasswordRules.of(settings(session.getContext().getRealm())), NewPassword.of(password));
    }

    @Override
    public Object parseConfig(String value) {
        return PasswordSettings.parse(value == null ? "" : value);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    static PasswordSettings settings(RealmModel realm) {
        PasswordSettings settings = realm.getPasswordPolicy().getPolicyConfig(MiCloudPasswordPolicyFactory.ID);
        return settings == null ? PasswordSettings.DEFAULT : settings;
    }

    /** Keycloak's own way of saying that all is well is no error at all, hence the null. */
    static PolicyError verdict(MiCloudPasswordRules rules, NewPassword password) {
        List<PasswordRule> broken = rules.brokenBy(password);
        return broken.isEmpty() ? null : new PolicyError(BROKEN, rules.messageArguments(password, broken));
    }
}
