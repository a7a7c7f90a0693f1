package com.micloud.signin.acceptance.harness.provider;

import java.util.Map;

/** A customer's provider that runs until it is closed. */
public sealed interface StandInProvider extends AutoCloseable permits StandInOidcProvider, StandInSamlProvider {
    /** Its alias at the portal. */
    String alias();

    /** The identity provider as the operator enters it, with other settings here and there. */
    Map<String, Object> representation(Map<String, String> settings);

    /** The identity provider as the operator enters it. */
    default Map<String, Object> representation() {
        return representation(Map.of());
    }

    /** The subject under which a person of this name is known here. */
    String subjectOf(String name);

    /** From now on a person is signed in who has this name, and nobody else's subject. */
    StandInProvider signsIn(String name);

    @Override
    void close();
}
