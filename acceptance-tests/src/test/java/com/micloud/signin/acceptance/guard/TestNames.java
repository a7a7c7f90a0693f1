package com.micloud.signin.acceptance.guard;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The tests of all modules, as they were compiled, by the names that the docs give them. */
final class TestNames {
    private static final String JUNIT = "Lorg/junit/jupiter/";

    private final Map<String, Set<String>> methods = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();

    private TestNames() {}

    /** Reads the compiled tests of every module. */
    static TestNames read() {
        var names = new TestNames();
        try (Stream<Path> modules = Files.list(Settings.root())) {
            for (var module : modules.toList()) {
                var classes = module.resolve("target/test-classes");
                if (Files.isDirectory(classes)) {
                    names.readAll(classes);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The compiled tests cannot be read", e);
        }
        return names;
    }

    /** Names with their classes: {@code A#x, #y, B} is {@code A#x, A#y, B}. */
    static List<String> spelledOut(List<String> names) {
        var all = new ArrayList<String>();
        var owner = "";
        for (var name : names) {
            var hash = name.indexOf('#');
            owner = hash == 0 ? owner : hash < 0 ? name : name.substring(0, hash);
            all.add(hash == 0 ? owner + name : name);
        }
        return all;
    }

    /** Whether there is a test of this name: {@code ClassIT}, {@code ClassIT.Nested}, {@code ClassIT.Nested#method}. */
    boolean has(String name) {
        var hash = name.indexOf('#');
        var owner = (hash < 0 ? name : name.substring(0, hash)).replace('$', '.');
        if (!methods.containsKey(owner)) {
            return false;
        }
        return hash < 0 || inherited(owner).contains(name.substring(hash + 1));
    }

    private Set<String> inherited(String owner) {
        var all = new TreeSet<String>();
        for (var type = owner; methods.containsKey(type); type = parents.getOrDefault(type, "")) {
            all.addAll(methods.get(type));
        }
        return all;
    }

    private void readAll(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    new ClassReader(in).accept(new Reader(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
                }
            }
        }
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('/') + 1).replace('$', '.');
    }

    private final class Reader extends ClassVisitor {
        private Set<String> tests = Set.of();

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            tests = methods.computeIfAbsent(simple(name), key -> new TreeSet<>());
            parents.put(simple(name), simple(superName));
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.startsWith(JUNIT)) {
                        tests.add(name);
                    }
                    return null;
                }
            };
        }
    }
}
