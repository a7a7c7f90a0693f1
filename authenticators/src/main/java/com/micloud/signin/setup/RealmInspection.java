package com.micloud.signin.setup;

import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.PasswordErrand;
import com.micloud.signin.password.forgotten.ResetSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/** Looks a realm's settings over: flows, guard, switches of applications. */
final class RealmInspection {

    private static final String DISCLOSURE = "micloud.accountDisclosure";

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
        if (!GuardedRealm.is(realm)) {
            findings.add(new Finding(
                    "Required action " + GuardedRealm.GUARD,
                    "it is missing or switched off, so nobody is let in",
                    "Enable it under Authentication > Required actions"));
        }
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
        String disclosure = realm.getAttribute(DISCLOSURE);
        if (disclosure != null && !Set.of("", "listed", "typed").contains(disclosure)) {
            findings.add(new Finding(
                    "Realm attribute " + DISCLOSURE,
                    "'" + disclosure + "' is neither listed nor typed, so it is taken for typed",
                    "Correct the word"));
        }
        realm.getClientsStream().forEach(client -> application(findings, ClientApplications.of(client)));
        return findings;
    }

    private void changePassword(List<Finding> findings, RealmModel realm) {
        Optional<AuthenticationFlowModel> flow = PasswordErrand.flow(realm);
        if (flow.isEmpty()) {
            findings.add(new Finding(
                    "Client " + PasswordErrand.CLIENT_ID,
                    "it is missing or switched off, or has no browser flow of its own, so passwords cannot be changed"
                            + " at /realms/" + realm.getName() + "/changepassword",
                    "Add it, and bind the flow '" + PasswordErrand.FLOW + "' to it under Advanced > Authentication flow"
                            + " overrides"));
        } else {
            flow(findings, realm, flow.get(), "Flow to change passwords", expected.changePassword());
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

    private static void application(List<Finding> findings, Application application) {
        for (String mistake : application.mistakes()) {
            findings.add(new Finding(
                    "Application " + application.clientId(),
                    "its attribute " + mistake + " has a value that means nothing, so nobody is let in",
                    "Correct the value, or remove the attribute for the default"));
        }
    }
}
