package com.micloud.signin.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class files that this build sees: ours, and those of Keycloak's jars. */
final class ClassFiles {

    private static final String OURS = "com/micloud/signin/";
    private static final String KEYCLOAK = "org/keycloak/";
    private static final Pattern JAR = Pattern.compile("/keycloak-([a-z-]+)-[0-9][^/]*\\.jar$");

    private final Map<String, Optional<ClassFile>> read = new HashMap<>();
    private final Map<String, String> jars = new HashMap<>();

    static boolean isOurs(String name) {
        return name.startsWith(OURS);
    }

    static boolean isKeycloaks(String name) {
        return name.startsWith(KEYCLOAK);
    }

    /** All classes that come from where this one does. */
    List<ClassFile> besides(Class<?> one) {
        return Stream.of(source(one)).flatMap(place -> all(place).stream()).toList();
    }

    /** All classes of Keycloak's jars that this build sees. */
    List<ClassFile> keycloaks() {
        return ClassFiles.class
                .getClassLoader()
                .resources("META-INF/MANIFEST.MF")
                .map(URL::getPath)
                .map(path -> path.substring(0, Math.max(0, path.indexOf('!'))))
                .filter(path -> JAR.matcher(path).find())
                .sorted()
                .flatMap(jar -> all(Path.of(URI.create(jar))).stream())
                .toList();
    }

    /** A class of ours or of Keycloak; what other class files say does not matter here. */
    Optional<ClassFile> find(String name) {
        return isOurs(name) || isKeycloaks(name) ? read.computeIfAbsent(name, ClassFiles::load) : Optional.empty();
    }

    /** The jar of Keycloak that a class comes from, by the name of its artifact without "keycloak-". */
    String jar(String name) {
        return jars.computeIfAbsent(
                name,
                type -> jarOf(resource(type)
                        .orElseThrow(() -> new IllegalStateException("No class file of " + type))
                        .getPath()));
    }

    private static String jarOf(String address) {
        Matcher jar = JAR.matcher(address.substring(0, Math.max(0, address.indexOf('!'))));
        if (!jar.find()) {
            throw new IllegalStateException("Not in a jar of Keycloak: " + address);
        }
        return jar.group(1);
    }

    private static Optional<ClassFile> load(String name) {
        return resource(name).map(file -> {
            try (InputStream in = file.openStream()) {
                return ClassFile.read(in.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static Optional<URL> resource(String name) {
        return Optional.ofNullable(ClassFiles.class.getClassLoader().getResource(name + ".class"));
    }

    private static Path source(Class<?> one) {
        try {
            return Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ClassFile> all(Path place) {
        try {
            if (Files.isDirectory(place)) {
                return below(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), Map.of())) {
                return below(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ClassFile> below(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .map(file -> {
                        try {
                            return ClassFile.read(Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
