package com.micloud.signin.password;

import java.util.ArrayList;
import java.util.List;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyProvider;
import org.keycloak.policy.PolicyError;

/**
 * Holds every new password of a realm against {@link MiCloudPasswordRules} and tells all the rules it breaks at once.
 *
 * <p>Keycloak has room for one message key and its arguments. The key is always {@value #BROKEN}; its arguments are one
 * number for each rule in the order of {@link MiCloudPasswordRules#all()} (1 when broken, else 0), followed by the
 * arguments of the rules' own messages. Each language writes one sentence for each rule in a choice format
 * (<code>{0,choice,0#|1# ...}</code>), so the text is whole wherever Keycloak formats it: on pages, in the answers of
 * the admin REST interface and in the admin console, with no code of ours in between.
 */
final class MiCloudPasswordPolicy implements PasswordPolicyProvider {

    static final String BROKEN = "micloudPasswordRulesBroken";

    private final KeycloakContext context;

    MiCloudPasswordPolicy(KeycloakContext context) {
        this.context = context;
    }

    @Override
    public PolicyError validate(RealmModel realm, UserModel user, String password) {
        return validate(realm, password);
    }

    @Override
    public PolicyError validate(String username, String password) {
        return validate(context.getRealm(), password);
    }

    @Override
    public Object parseConfig(String value) {
        return PasswordLength.parse(value == null ? "" : value);
    }

    @Override
    public void close() {
        // Holds nothing.
    }

    private static PolicyError validate(RealmModel realm, String password) {
        PasswordLength length = realm.getPasswordPolicy().getPolicyConfig(MiCloudPasswordPolicyFactory.ID);
        return verdict(MiCloudPasswordRules.withLength(length == null ? PasswordLength.DEFAULT : length), password);
    }

    /** Keycloak's own way of saying that all is well is no error at all, hence the null. */
    static PolicyError verdict(MiCloudPasswordRules rules, String password) {
        List<PasswordRule> broken = rules.brokenBy(password);
        return broken.isEmpty() ? null : new PolicyError(BROKEN, arguments(rules, broken));
    }

    private static Object[] arguments(MiCloudPasswordRules rules, List<PasswordRule> broken) {
        List<Object> arguments = new ArrayList<>();
        rules.all().forEach(rule -> arguments.add(broken.contains(rule) ? 1 : 0));
        rules.all().forEach(rule -> arguments.addAll(rule.messageArguments()));
        return arguments.toArray();
    }
}
