package com.micloud.signin.setup;

import java.util.List;

/**
 * The provider ids that a realm's flows are made of, in their order.
 *
 * @param browser the flow that signs people in
 * @param firstBrokerLogin the flow for a provider's subject that is not linked yet
 * @param changePassword the flow that changes passwords
 * @param resetCredentials the flow for a forgotten password
 */
record ExpectedFlows(
        List<String> browser,
        List<String> firstBrokerLogin,
        List<String> changePassword,
        List<String> resetCredentials) {

    public ExpectedFlows {
        browser = List.copyOf(browser);
        firstBrokerLogin = List.copyOf(firstBrokerLogin);
        changePassword = List.copyOf(changePassword);
        resetCredentials = List.copyOf(resetCredentials);
    }
}
