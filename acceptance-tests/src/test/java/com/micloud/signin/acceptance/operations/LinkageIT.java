package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The bundle is compiled against other jars than it runs on: whatever it uses of Keycloak must be on the server. */
@DisplayName("On the server there is")
final class LinkageIT {

    @ParameterizedTest(name = "all that {1} uses of Keycloak")
    @DisplayName("every member of Keycloak that a jar uses")
    @CsvSource({"authenticators, micloud-authenticators", "password-policy, micloud-password-policy"})
    void everyMember(String module, String artifact) throws Exception {
        var used = membersUsedBy(Settings.jar(module, artifact));
        assertThat(used).as("members of Keycloak used by %s", artifact).isNotEmpty();
        try (var server = classesOfTheServer()) {
            var missing = new ArrayList<Member>();
            for (var member : used) {
                if (!member.isIn(server)) {
                    missing.add(member);
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    private static URLClassLoader classesOfTheServer() throws IOException {
        try (Stream<Path> jars = Files.walk(Settings.target()
                .resolve("stock")
                .resolve("keycloak-" + Settings.serverVersion())
                .resolve("lib"))) {
            return new URLClassLoader(
                    jars.filter(file -> file.toString().endsWith(".jar"))
                            .map(LinkageIT::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<Member> membersUsedBy(Path jarFile) throws IOException {
        var members = new TreeSet<Member>();
        try (var jar = new JarFile(jarFile.toFile())) {
            List<JarEntry> classes = jar.stream()
                    .filter(entry -> entry.getName().endsWith(".class"))
                    .toList();
            for (var entry : classes) {
                try (var in = jar.getInputStream(entry)) {
                    new ClassReader(in).accept(new Collector(members), ClassReader.SKIP_DEBUG);
                }
            }
        }
        return members;
    }

    /** A method or field as byte code names it. */
    private record Member(String owner, String name, String descriptor) implements Comparable<Member> {

        boolean isIn(ClassLoader server) {
            try {
                return isIn(Class.forName(Type.getObjectType(owner).getClassName(), false, server));
            } catch (ClassNotFoundException | NoClassDefFoundError e) {
                return false;
            }
        }

        private boolean isIn(Class<?> type) {
            var supertypes = new ArrayList<Class<?>>(List.of(type.getInterfaces()));
            if (type.getSuperclass() != null) {
                supertypes.add(type.getSuperclass());
            }
            if (type.isInterface()) {
                supertypes.add(Object.class);
            }
            return declaredBy(type) || supertypes.stream().anyMatch(this::isIn);
        }

        private boolean declaredBy(Class<?> type) {
            if (!descriptor.startsWith("(")) {
                return Stream.of(type.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(name)
                                && Type.getDescriptor(field.getType()).equals(descriptor));
            }
            if (name.equals("<init>")) {
                return Stream.of(type.getDeclaredConstructors())
                        .anyMatch(constructor ->
                                Type.getConstructorDescriptor(constructor).equals(descriptor));
            }
            return Stream.of(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals(name)
                            && Type.getMethodDescriptor(method).equals(descriptor));
        }

        @Override
        public int compareTo(Member other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return owner + "." + name + descriptor;
        }
    }

    private static final class Collector extends ClassVisitor {
        private final Set<Member> members;

        Collector(Set<Member> members) {
            super(Opcodes.ASM9);
            this.members = members;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitMethodInsn(
                        int opcode, String owner, String name, String descriptor, boolean isInterface) {
                    add(owner, name, descriptor);
                }

                @Override
                public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
                    add(owner, name, descriptor);
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    for (var argument : arguments) {
                        if (argument instanceof Handle handle) {
                            add(handle.getOwner(), handle.getName(), handle.getDesc());
                        }
                    }
                }
            };
        }

        private void add(String owner, String name, String descriptor) {
            if (owner.startsWith("org/keycloak/")) {
                members.add(new Member(owner, name, descriptor));
            }
        }
    }
}
