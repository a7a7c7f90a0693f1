package com.micloud.signin;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** Realms for tests, with the guard or without it. */
public final class TestRealms {

    private TestRealms() {}

    /** A realm whose guard is on. */
    public static RealmModel guarded() {
        RequiredActionProviderModel guard = new RequiredActionProviderModel();
        guard.setAlias("micloud-guard");
        guard.setEnabled(true);
        return realm(guard);
    }

    /** A realm that has nothing of the bundle. */
    public static RealmModel stock() {
        return realm(Fake.NULL);
    }

    private static RealmModel realm(Object guard) {
        Supplier<Stream<Object>> actions = () -> guard == Fake.NULL ? Stream.empty() : Stream.of(guard);
        return Fake.of(
                RealmModel.class,
                Map.of(
                        "getId",
                        "realm-1",
                        "getName",
                        "micloud",
                        "getRequiredActionProviderByAlias",
                        guard,
                        "getRequiredActionProvidersStream",
                        actions,
                        "getBrowserFlow",
                        Fake.NULL));
    }
}
