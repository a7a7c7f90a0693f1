package com.micloud.signin.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.authentication.Authenticator;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

@DisplayName("Of what the jar uses of a server")
final class UsedMembersTest {

    private static final ClassLoader SERVER = UsedMembersTest.class.getClassLoader();

    @Test
    @DisplayName("nothing is missing in the classes that it was compiled against")
    void complete() {
        var listed = UsedList.read().members();
        assertThat(listed)
                .contains(
                        "class org.keycloak.models.KeycloakSession",
                        "uses org.keycloak.models.KeycloakSession getContext ()Lorg/keycloak/models/KeycloakContext;",
                        "overrides org.keycloak.provider.ProviderFactory getId ()Ljava/lang/String;",
                        "own com.micloud.signin.flow.UsernameStep")
                .hasSizeGreaterThan(1000)
                .noneMatch(line -> line.startsWith("uses java.") || line.startsWith("uses com.micloud."));
        assertThat(UsedMembers.of(listed).missingIn(SERVER))
                // The template engine is not among these classes.
                .filteredOn(line -> !line.contains(" org.keycloak.theme.freemarker."))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class org.keycloak.models.Gone",
                "uses org.keycloak.models.Gone getContext ()V",
                "uses org.keycloak.models.KeycloakSession getContexts ()Lorg/keycloak/models/KeycloakContext;",
                "uses org.keycloak.models.KeycloakSession getContext ()V",
                "uses org.keycloak.models.UserModel USERNAME I",
                "uses org.keycloak.models.IdentityProviderModel <init> (I)V",
                "overrides org.keycloak.authentication.Authenticator authenticate ()V"
            })
    @DisplayName("a class, a member or a signature that is gone is missing")
    void missing(String line) {
        assertThat(UsedMembers.of(List.of(line)).missingIn(SERVER)).containsExactly(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uses org.keycloak.authentication.AuthenticationFlowContext getSession ()Lorg/keycloak/models/KeycloakSession;",
                "uses org.keycloak.models.KeycloakSession hashCode ()I",
                "uses org.keycloak.models.UserModel USERNAME Ljava/lang/String;",
                "own com.micloud.signin.setup.UsedMembersTest$Base"
            })
    @DisplayName("a member that a class has by a supertype is there, and an abstract class may leave methods open")
    void inherited(String line) {
        assertThat(UsedMembers.of(List.of(line)).missingIn(SERVER)).isEmpty();
    }

    @Test
    @DisplayName("a class is unfinished for which a newer server asks one method more")
    void unfinished() {
        var code = new ClassWriter(0);
        code.visit(
                Opcodes.V17, Opcodes.ACC_PUBLIC, "com/micloud/signin/Compiled", null, "java/lang/Object", new String[] {
                    Type.getInternalName(Authenticator.class)
                });
        code.visitEnd();
        var compiled = code.toByteArray();
        var loader = new ClassLoader(SERVER) {
            @Override
            protected Class<?> findClass(String name) {
                return defineClass(name, compiled, 0, compiled.length);
            }
        };
        var line = "own com.micloud.signin.Compiled";
        assertThat(UsedMembers.of(List.of(line)).missingIn(loader)).containsExactly(line);
    }

    /** Leaves methods open, as it may. */
    abstract static class Base implements Authenticator {}
}
