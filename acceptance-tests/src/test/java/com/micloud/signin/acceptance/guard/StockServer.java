package com.micloud.signin.acceptance.guard;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What Keycloak's own jars of the unpacked stock server answer to; nothing of it is loaded or run. */
final class StockServer {
    private static final String REST = "jakarta.ws.rs.";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD");

    private StockServer() {}

    /** Every method that answers requests. */
    static Set<Endpoint> endpoints() {
        var endpoints = new TreeSet<Endpoint>();
        eachEntry(".class", (name, in) -> new ClassReader(in)
                .accept(new Methods(endpoints), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG));
        return endpoints;
    }

    /** The classes that Keycloak registers for a service, by their simple names. */
    static Set<String> providers(String service) {
        var providers = new TreeSet<String>();
        eachEntry("META-INF/services/" + service, (name, in) -> lines(in).forEach(line -> {
            if (!line.isBlank() && !line.startsWith("#")) {
                providers.add(line.strip().substring(line.strip().lastIndexOf('.') + 1));
            }
        }));
        return providers;
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .toList();
    }

    private interface Reading {
        void read(String name, InputStream in) throws IOException;
    }

    private static void eachEntry(String ending, Reading reading) {
        try {
            for (var file : jars()) {
                try (var jar = new JarFile(file.toFile())) {
                    for (var entry : jar.stream()
                            .filter(candidate -> candidate.getName().endsWith(ending))
                            .toList()) {
                        try (var in = jar.getInputStream(entry)) {
                            reading.read(entry.getName(), in);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The server's jars cannot be read", e);
        }
    }

    private static List<Path> jars() throws IOException {
        var lib = Settings.distribution(Settings.serverVersion()).resolve("lib/lib/main");
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(file -> file.getFileName().toString().startsWith("org.keycloak."))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<String> rest(String descriptor) {
        var name = Type.getType(descriptor).getClassName();
        return name.startsWith(REST) ? Optional.of(name.substring(REST.length())) : Optional.empty();
    }

    private static final class Methods extends ClassVisitor {
        private final Set<Endpoint> endpoints;
        private String owner = "";

        Methods(Set<Endpoint> endpoints) {
            super(Opcodes.ASM9);
            this.endpoints = endpoints;
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            owner = name.replace('/', '.').replace('$', '.');
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                private final List<String> verbs = new ArrayList<>();
                private final Map<String, String> values = new TreeMap<>();

                @Override
                public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    var kind = rest(annotation);
                    if (kind.isEmpty()) {
                        return null;
                    }
                    kind.filter(VERBS::contains).ifPresent(verbs::add);
                    return new AnnotationVisitor(Opcodes.ASM9) {
                        @Override
                        public void visit(String key, Object value) {
                            values.put(kind.get(), value.toString());
                        }
                    };
                }

                @Override
                public void visitEnd() {
                    var path = Endpoint.trimmed(values.getOrDefault("Path", ""));
                    verbs.forEach(verb -> endpoints.add(new Endpoint(owner, name, verb, path)));
                }
            };
        }
    }
}
