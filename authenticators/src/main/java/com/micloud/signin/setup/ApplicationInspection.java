package com.micloud.signin.setup;

import com.micloud.signin.application.Application;
import com.micloud.signin.application.ClientApplications;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** Looks the applications of a realm over one by one: their switches, and whether they are told the account. */
final class ApplicationInspection {

    /** As many applications that are told no account are named: a realm that was there before may have thousands. */
    private static final int NAMED = 20;

    private int untold;

    /** What is wrong with an application. */
    List<Finding> inspect(ClientModel client) {
        List<Finding> findings = new ArrayList<>();
        Application application = ClientApplications.of(client);
        String thing = "Application " + application.clientId();
        for (String mistake : application.mistakes()) {
            findings.add(new Finding(
                    thing,
                    "its attribute " + mistake + " has a value that means nothing, so nobody is let in",
                    "Correct the value, or remove the attribute for the default"));
        }
        if (ClientApplications.signsInWithoutAccount(client)) {
            untold++;
            if (untold <= NAMED) {
                findings.add(new Finding(
                        thing,
                        "people sign in to it, but by default nothing tells it their account",
                        "Add " + ClientApplications.scopeFor(client) + " to its default client scopes"));
            }
        }
        return findings;
    }

    /** What is wrong with all the applications that are not named. */
    Optional<Finding> others() {
        return untold > NAMED
                ? Optional.of(new Finding(
                        "Applications",
                        "people sign in to " + (untold - NAMED)
                                + " more, but by default nothing tells these the account",
                        "Add micloud or micloud-saml to the default client scopes of each"))
                : Optional.empty();
    }
}
