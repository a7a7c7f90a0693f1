package com.micloud.signin.setup;

import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.flow.Disclosure;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.RequiredActions;
import com.micloud.signin.password.change.PasswordChangeTab;
import com.micloud.signin.password.expiry.ExpiryReminder;
import com.micloud.signin.password.expiry.ExpiryWarning;
import com.micloud.signin.password.forgotten.ResetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.PasswordPolicy;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Looks a realm's settings over: flows, guard, attributes. */
final class RealmInspection {

    private final ExpectedFlows expected;

    RealmInspection(ExpectedFlows expected) {
        this.expected = expected;
    }

    /** Whether the realm means to run the MiCloud sign-in at all. */
    boolean concerns(RealmModel realm) {
        return realm.getRequiredActionProviderByAlias(GuardedRealm.GUARD) != null
                || steps(realm, realm.getBrowserFlow()).stream().anyMatch(expected.browser()::contains);
    }

    List<Finding> inspect(RealmModel realm) {
        List<Finding> findings = new ArrayList<>();
        guard(findings, realm);
        if (!realm.isOrganizationsEnabled()) {
            findings.add(new Finding(
                    "Organizations",
                    "they are switched off, so there are no accounts",
                    "Switch them on under Realm settings > General"));
        }
        flow(findings, realm, realm.getBrowserFlow(), "Browser flow", expected.browser());
        flow(findings, realm, realm.getFirstBrokerLoginFlow(), "First broker login flow", expected.firstBrokerLogin());
        changePassword(findings, realm);
        if (realm.isResetPasswordAllowed()) {
            flow(
                    findings,
                    realm,
                    realm.getResetCredentialsFlow(),
                    "Reset credentials flow",
                    expected.resetCredentials());
        }
        for (String mistake : ResetSettings.of(realm).mistakes()) {
            findings.add(new Finding("Realm attributes", mistake, "Correct the number"));
        }
        String disclosure = realm.getAttribute(Disclosure.ATTRIBUTE);
        if (disclosure != null && !Set.of("", "listed", "typed").contains(disclosure)) {
            findings.add(new Finding(
                    "Realm attribute " + Disclosure.ATTRIBUTE,
                    "'" + disclosure + "' is neither listed nor typed, so it is taken for typed",
                    "Correct the word"));
        }
        expiry(findings, realm);
        realm.getClientScopesStream().forEach(scope -> scope(findings, scope));
        return findings;
    }

    private static void guard(List<Finding> findings, RealmModel realm) {
        if (!RequiredActions.isOn(realm, GuardedRealm.GUARD)) {
            findings.add(new Finding(
                    "Required action " + GuardedRealm.GUARD,
                    "it is missing or switched off, so nobody is let in",
                    "Enable it under Authentication > Required actions"));
        } else if (!GuardedRealm.isOpen(realm)) {
            findings.add(new Finding(
                    "Required action " + GuardedRealm.GUARD,
                    "it does not come first, so nobody is let in",
                    "Move it to the top under Authentication > Required actions"));
        }
    }

    private void changePassword(List<Finding> findings, RealmModel realm) {
        Optional<AuthenticationFlowModel> flow = PasswordChangeTab.flow(realm);
        if (flow.isEmpty()) {
            findings.add(new Finding(
                    "Client " + PasswordChangeTab.CLIENT_ID,
                    "it is missing or switched off, or has no browser flow of its own, so passwords cannot be changed"
                            + " at /realms/" + realm.getName() + "/changepassword",
                    "Add it, and bind the flow '" + PasswordChangeTab.FLOW
                            + "' to it under Advanced > Authentication flow" + " overrides"));
        } else {
            flow(findings, realm, flow.get(), "Flow to change passwords", expected.changePassword());
        }
    }

    private static void expiry(List<Finding> findings, RealmModel realm) {
        ExpiryWarning warning = ExpiryWarning.of(realm);
        if (!warning.mistake().isEmpty()) {
            findings.add(new Finding(
                    "Realm attribute " + ExpiryWarning.ATTRIBUTE,
                    "'" + warning.mistake() + "' is no number of days from 0 to " + warning.most()
                            + ", so it is taken for " + warning.days(),
                    "Correct the number"));
        }
        if (ExpiryWarning.isPolicyMistaken(realm)) {
            findings.add(new Finding(
                    "Password policy " + PasswordPolicy.FORCE_EXPIRED_ID,
                    "passwords cannot live for less than a day, so they live for ever",
                    "Correct the days under Authentication > Policies, or remove the policy"));
        }
        if (ExpiryWarning.lifeOfPasswords(realm).isEmpty()) {
            return;
        }
        if (!RequiredActions.isOn(realm, UserModel.RequiredAction.UPDATE_PASSWORD.name())) {
            findings.add(new Finding(
                    "Required action " + UserModel.RequiredAction.UPDATE_PASSWORD,
                    "it is missing or switched off, so expired passwords go on opening accounts",
                    "Enable it under Authentication > Required actions"));
        }
        if (warning.days() > 0 && !RequiredActions.isOn(realm, ExpiryReminder.ID)) {
            findings.add(new Finding(
                    "Required action " + ExpiryReminder.ID,
                    "it is missing or switched off, so nobody is told that a password expires soon",
                    "Enable it under Authentication > Required actions, or set " + ExpiryWarning.ATTRIBUTE + " to 0"));
        }
    }

    private static void flow(
            List<Finding> findings, RealmModel realm, AuthenticationFlowModel flow, String role, List<String> wanted) {
        List<String> steps = steps(realm, flow);
        if (!steps.equals(wanted)) {
            findings.add(new Finding(
                    role + (flow == null ? "" : " '" + flow.getAlias() + "'"),
                    "its steps are " + steps + ", not " + wanted + ", all required",
                    "Put them in this order under Authentication > Flows, or bind the flow that has them"));
        }
    }

    /** The required steps in their order; anything else in the flow is written so that it cannot be taken for one. */
    private static List<String> steps(RealmModel realm, AuthenticationFlowModel flow) {
        if (flow == null) {
            return List.of();
        }
        return realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> !execution.isDisabled())
                .map(RealmInspection::step)
                .toList();
    }

    private static String step(AuthenticationExecutionModel execution) {
        if (execution.isAuthenticatorFlow()) {
            return "(sub-flow)";
        }
        return execution.isRequired() ? execution.getAuthenticator() : execution.getAuthenticator() + " (not required)";
    }

    /** Realm files of earlier releases had no such mapper. */
    private static void scope(List<Finding> findings, ClientScopeModel scope) {
        Set<String> mappers = scope.getProtocolMappersStream()
                .map(ProtocolMapperModel::getProtocolMapper)
                .collect(Collectors.toSet());
        if (mappers.contains(ClientApplications.CLAIM_MAPPER)
                && !mappers.contains(ClientApplications.OWN_AUDIENCE_MAPPER)) {
            findings.add(new Finding(
                    "Client scope " + scope.getName(),
                    "it has no mapper " + ClientApplications.OWN_AUDIENCE_MAPPER
                            + ", so confidential applications cannot introspect their own tokens",
                    "Add it under Client scopes > Mappers > By configuration"));
        }
    }
}
