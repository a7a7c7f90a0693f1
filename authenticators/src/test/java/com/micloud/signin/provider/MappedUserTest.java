package com.micloud.signin.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.SubjectCredentialManager;
import org.keycloak.models.UserModel;

@DisplayName("A user as the mappers of a provider may write one")
final class MappedUserTest {

    private final List<String> calls = new ArrayList<>();
    private final UserModel user = new MappedUser(recording(UserModel.class));

    private <T> T recording(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                MappedUserTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("credentialManager")) {
                        return recording(SubjectCredentialManager.class);
                    }
                    calls.add(method.getName());
                    if (method.getReturnType() == boolean.class) {
                        return false;
                    }
                    return method.getReturnType() == Stream.class ? Stream.of() : null;
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "username",
                "email",
                "emailVerified",
                "firstName",
                "lastName",
                "EMAIL",
                "FirstName",
                " email",
                "micloud.contactFor",
                "micloud.pendingEmail",
                "MiCloud.x",
                "kc.email.pending"
            })
    @DisplayName("keeps the record's attributes")
    void attributesOfTheRecord(String name) {
        user.setAttribute(name, List.of("taken"));
        user.setSingleAttribute(name, "taken");
        user.removeAttribute(name);
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"department", "locale", "micloud", "kcal", "emailAddress"})
    @DisplayName("has every other attribute written")
    void otherAttributes(String name) {
        user.setAttribute(name, List.of("x"));
        user.setSingleAttribute(name, "x");
        user.removeAttribute(name);
        assertThat(calls).containsExactly("setAttribute", "setSingleAttribute", "removeAttribute");
    }

    static Stream<Arguments> writes() {
        return Stream.<Consumer<UserModel>>of(
                        user -> user.setUsername("taken"),
                        user -> user.setEmail("taken@evil.example"),
                        user -> user.setEmailVerified(true),
                        user -> user.setFirstName("Taken"),
                        user -> user.setLastName("Taken"),
                        user -> user.setEnabled(false),
                        user -> user.addRequiredAction("UPDATE_PASSWORD"),
                        user -> user.addRequiredAction(UserModel.RequiredAction.CONFIGURE_TOTP),
                        user -> user.removeRequiredAction("UPDATE_PASSWORD"),
                        user -> user.removeRequiredAction(UserModel.RequiredAction.UPDATE_PASSWORD),
                        user -> user.setFederationLink("ldap"),
                        user -> user.setServiceAccountClientLink("client"),
                        user -> user.setCreatedTimestamp(0L))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("writes")
    @DisplayName("keeps the record")
    void record(Consumer<UserModel> write) {
        write.accept(user);
        assertThat(calls).isEmpty();
    }

    @Test
    @DisplayName("has roles and groups written")
    void rolesAndGroups() {
        user.grantRole(null);
        user.deleteRoleMapping(null);
        user.joinGroup(null);
        user.leaveGroup(null);
        assertThat(calls).containsExactly("grantRole", "deleteRoleMapping", "joinGroup", "leaveGroup");
    }

    @Test
    @DisplayName("shows its credentials, and lets nobody write them")
    void credentials() {
        SubjectCredentialManager credentials = user.credentialManager();
        assertThat(credentials.getStoredCredentialsStream()).isEmpty();
        assertThat(credentials.isConfiguredFor("password")).isFalse();
        assertThatThrownBy(() -> credentials.createStoredCredential(new CredentialModel()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> credentials.removeStoredCredentialById("id"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(calls).containsExactly("getStoredCredentialsStream", "isConfiguredFor");
    }

    @Test
    @DisplayName("says of every setter of a newer Keycloak whether a mapper may use it")
    void setters() {
        assertThat(Arrays.stream(UserModel.class.getMethods())
                        .filter(method -> method.getReturnType() == void.class && !method.isDefault())
                        .map(Method::getName)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "setUsername",
                        "setCreatedTimestamp",
                        "setEnabled",
                        "setSingleAttribute",
                        "setAttribute",
                        "removeAttribute",
                        "addRequiredAction",
                        "removeRequiredAction",
                        "setFirstName",
                        "setLastName",
                        "setEmail",
                        "setEmailVerified",
                        "joinGroup",
                        "leaveGroup",
                        "setFederationLink",
                        "setServiceAccountClientLink",
                        "grantRole",
                        "deleteRoleMapping");
    }
}
