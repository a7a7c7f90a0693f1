package com.micloud.signin.application;

import java.util.List;

/**
 * A client of the realm with its sign-in switches (spec: "application switches").
 *
 * @param clientId its client id
 * @param title its own heading for the first page; empty when it has none
 * @param kind web, desktop or mobile
 * @param singleSignOn whether it is enabled for single sign-on yet
 * @param selection whether accounts are chosen before or after the password
 * @param reentry how a returning browser is treated
 * @param forgotPassword whether Forgot Password is offered
 * @param refreshTokenRotation whether each of its refresh tokens is good for one refresh only
 * @param accountRequired false for Keycloak's own consoles, and for whatever else is not told the account: who enters there
 *     gives a proof of their own, and no account is chosen (spec: "The person's own record", 2)
 * @param mistakes switches whose value cannot be understood; such an application lets nobody in
 */
public record Application(
        String clientId,
        String title,
        ApplicationKind kind,
        boolean singleSignOn,
        AccountSelection selection,
        Reentry reentry,
        boolean forgotPassword,
        boolean refreshTokenRotation,
        boolean accountRequired,
        List<String> mistakes) {

    public Application {
        mistakes = List.copyOf(mistakes);
    }
}
