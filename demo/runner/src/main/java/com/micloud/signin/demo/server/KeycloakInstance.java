package com.micloud.signin.demo.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A folder with a Keycloak of its own, augmented for its jars and options. */
public final class KeycloakInstance {

    private static final String FINGERPRINT = "build.fingerprint";
    private static final String VERSION = "version.txt";
    private static final Set<String> NOT_COPIED = Set.of("data", FINGERPRINT, "server.log", "build.log");

    private final KeycloakSettings settings;

    private KeycloakInstance(KeycloakSettings settings) {
        this.settings = settings;
    }

    /** Brings the instance folder in line with the settings, and does nothing that was done before. */
    public static KeycloakInstance prepare(KeycloakSettings settings) {
        var instance = new KeycloakInstance(settings);
        try {
            instance.copyDistribution();
            instance.installProviders();
            instance.installImports();
            instance.augment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return instance;
    }

    /** Starts the server and waits until it is ready. */
    public KeycloakServer start() {
        return KeycloakServer.start(this);
    }

    /**
     * Runs one {@code kc.sh} command to its end, with the instance's environment.
     *
     * @return what the command printed
     * @throws ServerStartException when the command fails or outlives the deadline
     */
    public String run(Path log, List<String> arguments) {
        try {
            var process = command(log, arguments).start();
            var ended = process.waitFor(settings.deadline().toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                ProcessTree.end(process);
            }
            var output = Files.readString(log);
            if (!ended || process.exitValue() != 0) {
                throw new ServerStartException("kc.sh " + arguments.get(0)
                        + (ended ? " ended with " + process.exitValue() : " took too long")
                        + "; the end of " + log + ":\n" + LogTail.of(log));
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerStartException("Interrupted during kc.sh " + arguments.get(0), e);
        }
    }

    public KeycloakSettings settings() {
        return settings;
    }

    ProcessBuilder command(Path log, List<String> arguments) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var line = new ArrayList<String>();
        line.add(settings.instance().resolve("bin/kc.sh").toString());
        line.addAll(arguments);
        var builder = new ProcessBuilder(line)
                .directory(settings.instance().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        // What the caller's shell holds for another Keycloak must not change this one.
        environment.keySet().removeIf(name -> name.startsWith("KC_") || name.equals("JAVA") || name.equals("DEBUG"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(settings.environment());
        return builder;
    }

    private void copyDistribution() throws IOException {
        var version = settings.instance().resolve(VERSION);
        if (Files.exists(version)
                && Files.mismatch(version, settings.distribution().resolve(VERSION)) == -1
                && !isBuiltThere()) {
            return;
        }
        removeAllButData(settings.instance());
        Files.createDirectories(settings.instance());
        // The version file is copied last: a copy that was cut short is then seen as none.
        copyTree(settings.distribution(), settings.instance());
        var seed = settings.distribution().resolve(FINGERPRINT);
        if (Files.exists(seed)) {
            copy(seed, settings.instance().resolve(FINGERPRINT));
        }
        copy(settings.distribution().resolve(VERSION), version);
    }

    /** Whether the distribution is what a build would make of this instance, which is something else as yet. */
    private boolean isBuiltThere() throws IOException {
        return !isBuilt(settings.instance()) && isBuilt(settings.distribution());
    }

    private void installProviders() throws IOException {
        var folder = settings.instance().resolve("providers");
        Files.createDirectories(folder);
        var wanted = settings.providers().stream()
                .map(jar -> jar.getFileName().toString())
                .collect(Collectors.toSet());
        try (var present = Files.newDirectoryStream(folder, "*.jar")) {
            for (var jar : present) {
                if (!wanted.contains(jar.getFileName().toString())) {
                    Files.delete(jar);
                }
            }
        }
        for (var jar : settings.providers()) {
            var target = folder.resolve(jar.getFileName());
            // start --optimized refuses a jar whose time stamp changed, so an equal jar is left as it is.
            if (!Files.exists(target) || Files.mismatch(jar, target) != -1) {
                copy(jar, target);
            }
        }
    }

    private void installImports() throws IOException {
        var folder = settings.instance().resolve("data/import");
        Files.createDirectories(folder);
        try (var present = Files.newDirectoryStream(folder)) {
            for (var file : present) {
                Files.delete(file);
            }
        }
        for (var file : settings.imports()) {
            copy(file, folder.resolve(file.getFileName()));
        }
    }

    private void augment() throws IOException {
        if (isBuilt(settings.instance())) {
            return;
        }
        var mark = settings.instance().resolve(FINGERPRINT);
        Files.deleteIfExists(mark);
        run(settings.instance().resolve("build.log"), buildCommand());
        Files.writeString(mark, fingerprint());
    }

    private List<String> buildCommand() {
        var options = new ArrayList<String>();
        options.add("build");
        options.add("--db=" + settings.database().vendor());
        options.add("--health-enabled=true");
        options.addAll(settings.buildOptions());
        return options;
    }

    /** Whether a folder holds a server that was built for these jars and options. */
    private boolean isBuilt(Path folder) throws IOException {
        var mark = folder.resolve(FINGERPRINT);
        return Files.exists(mark) && Files.readString(mark).equals(fingerprint());
    }

    private String fingerprint() throws IOException {
        var parts = new TreeMap<String, String>();
        for (var jar : settings.providers()) {
            parts.put(jar.getFileName().toString(), sha256(jar));
        }
        var version = Files.readString(settings.distribution().resolve(VERSION)).strip();
        return version + "\n" + buildCommand() + "\n" + parts + "\n";
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                var relative = from.relativize(folder);
                if (NOT_COPIED.contains(relative.toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(relative.toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                var relative = from.relativize(file).toString();
                if (!NOT_COPIED.contains(relative) && !relative.equals(VERSION)) {
                    copy(file, to.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void removeAllButData(Path instance) throws IOException {
        if (!Files.isDirectory(instance, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var entries = Files.newDirectoryStream(instance)) {
            for (var entry : entries) {
                if (!entry.getFileName().toString().equals("data")) {
                    Folders.remove(entry);
                }
            }
        }
    }
}
