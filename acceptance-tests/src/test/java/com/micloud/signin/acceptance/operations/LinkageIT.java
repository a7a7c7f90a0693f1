package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The bundle is compiled against other jars than it runs on: whatever it uses of Keycloak must be on each server that it is
 * for. No server is started; a distribution that cannot be had fails.
 */
@DisplayName("On Keycloak")
final class LinkageIT {
    private static final List<String> VERSIONS = List.of("26.7.0", "26.7.1", "26.7.2", "26.7.3", "26.7.4", "26.7.5");

    private static final String SETUP = "com.micloud.signin.setup.";

    static List<String> versions() {
        return VERSIONS;
    }

    @Test
    @DisplayName("the servers of the other tests are among those that are looked at")
    void serversOfTheTests() {
        assertThat(VERSIONS).contains(Settings.firstServerVersion(), Settings.serverVersion());
    }

    @ParameterizedTest(name = "{0} there is all that the jars use")
    @MethodSource("versions")
    @DisplayName("every member that a jar uses is there")
    void everyMember(String version) throws Exception {
        var begin = System.nanoTime();
        var jars = List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"));
        try (var server = classesOf(version)) {
            for (var jar : jars) {
                var used = membersUsedBy(jar);
                assertThat(used).as("members of Keycloak used by %s", jar).isNotEmpty();
                assertThat(used.stream().filter(member -> !member.isIn(server)).toList())
                        .as("missing for %s on %s", jar, version)
                        .isEmpty();
            }
        }
        LeftOut.measured("linkage with Keycloak %s: %d ms".formatted(version, (System.nanoTime() - begin) / 1_000_000));
    }

    @ParameterizedTest(name = "{0} the jar finds all that it looks for at the start of a server that it does not know")
    @MethodSource("versions")
    @DisplayName("the look of the jar itself finds nothing missing")
    void lookAtStart(String version) throws Exception {
        var jars = List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"));
        var begin = System.nanoTime();
        try (var server = classesOf(version);
                var own = new URLClassLoader(jars.stream().map(LinkageIT::url).toArray(URL[]::new), server)) {
            var listed = call(call(null, own.loadClass(SETUP + "UsedList"), "read"), "members");
            var used = call(null, own.loadClass(SETUP + "UsedMembers"), "of", List.class, listed);
            assertThat((List<?>) listed).hasSizeGreaterThan(1000);
            assertThat((List<?>) call(used, used.getClass(), "missingIn", ClassLoader.class, own))
                    .isEmpty();
        }
        LeftOut.measured(
                "look of the jar at Keycloak %s: %d ms".formatted(version, (System.nanoTime() - begin) / 1_000_000));
    }

    @Test
    @DisplayName("the list in the jar names every member of Keycloak that its byte code uses")
    void list() throws Exception {
        var jar = Settings.jar("authenticators", "micloud-authenticators");
        var listed = new ArrayList<String>();
        try (var file = new JarFile(jar.toFile());
                var in = file.getInputStream(file.getEntry("META-INF/micloud/used-of-keycloak.txt"))) {
            listed.addAll(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        }
        assertThat(listed)
                .containsAll(membersUsedBy(jar).stream().map(Member::line).toList());
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return call(target, target.getClass(), method);
    }

    private static Object call(Object target, Class<?> type, String method) throws ReflectiveOperationException {
        var found = type.getDeclaredMethod(method);
        found.setAccessible(true);
        return found.invoke(target);
    }

    private static Object call(Object target, Class<?> type, String method, Class<?> parameter, Object argument)
            throws ReflectiveOperationException {
        var found = type.getDeclaredMethod(method, parameter);
        found.setAccessible(true);
        return found.invoke(target, argument);
    }

    private static URLClassLoader classesOf(String version) throws IOException {
        var lib = Stream.of("stock", "stock-classes")
                .map(folder -> Settings.build().resolve(folder).resolve("keycloak-" + version + "/lib/lib"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Keycloak " + version + " is not there: was it left out of"
                        + " acceptance-tests/pom.xml, or can it not be had any more?"));
        try (var jars = Files.walk(lib)) {
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

        String line() {
            return "uses " + owner.replace('/', '.') + " " + name + " " + descriptor;
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
