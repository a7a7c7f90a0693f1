package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.portal.Admin;
import com.micloud.signin.acceptance.harness.portal.User;
import java.util.LinkedHashMap;
import java.util.Map;

/** A customer's provider that runs until it is closed. */
public sealed interface StandInProvider extends AutoCloseable permits StandInOidcProvider, StandInSamlProvider {
    /** Its alias at the portal. */
    String alias();

    /** The type that the operator picks for it. */
    String type();

    /** Its settings, as the operator enters them. */
    Map<String, String> config();

    /** The identity provider as the operator enters it, with other settings here and there. */
    default Map<String, Object> representation(Map<String, String> settings) {
        var config = new LinkedHashMap<>(config());
        config.putAll(settings);
        return Map.of(
                "alias",
                alias(),
                "displayName",
                "Provider " + alias(),
                "providerId",
                type(),
                "enabled",
                true,
                "trustEmail",
                false,
                "hideOnLogin",
                true,
                "firstBrokerLoginFlowAlias",
                "micloud first broker login",
                "config",
                config);
    }

    /** The identity provider as the operator enters it. */
    default Map<String, Object> representation() {
        return representation(Map.of());
    }

    /** The subject under which a person of this name is known here. */
    String subjectOf(String name);

    /** Links somebody to the person who has the same name here, as an earlier sign-in has done. */
    default void link(Admin admin, User user) {
        admin.link(user, alias(), subjectOf(user.username()), user.username());
    }

    /** From now on a person is signed in who has this name, and nobody else's subject. */
    StandInProvider signsIn(String name);

    @Override
    void close();
}
