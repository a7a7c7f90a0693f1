package com.micloud.signin;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

/** Users for tests, each with an id, a username and a password, of which only the last change is known. */
public final class TestUsers {

    private TestUsers() {}

    /** A user whose password a directory keeps, so that no change of it is known. */
    public static UserModel named(String name) {
        return user(name, Stream::empty, true);
    }

    /** A user whose password was changed then, in milliseconds since the epoch. */
    public static UserModel withPasswordOf(String name, long changed) {
        CredentialModel password = new CredentialModel();
        password.setCreatedDate(changed);
        return user(name, () -> Stream.of(password), true);
    }

    public static UserModel withoutPassword(String name) {
        return user(name, Stream::empty, false);
    }

    private static UserModel user(String name, Supplier<Stream<CredentialModel>> stored, boolean hasPassword) {
        return Fake.of(
                UserModel.class,
                Map.of(
                        "getId",
                        "id-of-" + name,
                        "getUsername",
                        name,
                        "getServiceAccountClientLink",
                        Fake.NULL,
                        "credentialManager",
                        Fake.of(
                                SubjectCredentialManager.class,
                                Map.of("getStoredCredentialsByTypeStream", stored, "isConfiguredFor", hasPassword))));
    }
}
