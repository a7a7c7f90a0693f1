package com.micloud.signin.setup;

import java.util.List;

/**
 * The provider ids that a realm's flows are made of, in their order.
 *
 * @param browser the flow that signs people in
 * @param firstBrokerLogin the flow for a provider's subject that is not linked yet
 */
public record ExpectedFlows(List<String> browser, List<String> firstBrokerLogin) {

    public ExpectedFlows {
        browser = List.copyOf(browser);
        firstBrokerLogin = List.copyOf(firstBrokerLogin);
    }
}
