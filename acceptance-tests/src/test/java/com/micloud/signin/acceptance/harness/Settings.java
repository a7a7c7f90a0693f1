package com.micloud.signin.acceptance.harness;

import java.nio.file.Path;

/** What the build tells the acceptance tests: where the packaged jars are, and which versions are meant. */
public final class Settings {
    private static final String TARGET = "micloud.target";

    private Settings() {}

    /** Whether this is a JVM in which tests run. */
    static boolean areThere() {
        return System.getProperty(TARGET) != null;
    }

    /** Where the tests of this JVM leave whatever they leave behind; no other JVM of the run writes there. */
    public static Path target() {
        return Path.of(required(TARGET));
    }

    /** The build directory of this module, which all JVMs of a run share. */
    public static Path build() {
        return Path.of(required("micloud.build"));
    }

    /** Whether proofs that are long go through all there is: otherwise they take a sample of each kind. */
    public static boolean whole() {
        return Boolean.parseBoolean(required("micloud.whole"));
    }

    /** Whether somebody named the classes that run. */
    static boolean chosen() {
        return Boolean.parseBoolean(required("micloud.chosen"));
    }

    /** The unpacked stock server of a version; nothing is to be written there. */
    public static Path distribution(String version) {
        return build().resolve("stock").resolve("keycloak-" + version);
    }

    /** The directory of the whole project. */
    public static Path root() {
        return Path.of(required("micloud.root")).normalize();
    }

    /** The version of the bundle, as in the names of its jars. */
    public static String version() {
        return required("micloud.version");
    }

    /** The version of the server that the tests are meant to run on. */
    public static String serverVersion() {
        return required("keycloak.server.version");
    }

    /** The version of the oldest server that the bundle runs on, whose jars it is compiled against. */
    public static String firstServerVersion() {
        return required("keycloak.version");
    }

    /** The version of the oldest server that the theme is for. */
    public static String oldestServerVersion() {
        return required("keycloak.oldest.version");
    }

    /** The major version of PostgreSQL that the tests are meant to run on. */
    public static String postgresMajor() {
        var version = required("postgres.version");
        return version.substring(0, version.indexOf('.'));
    }

    /** The packaged jar of a module, under its `target` directory. */
    public static Path jar(String module, String artifact) {
        return root().resolve(module).resolve("target").resolve(artifact + "-" + version() + ".jar");
    }

    private static String required(String name) {
        var value = System.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "System property " + name + " is missing: run the tests with `mvn verify`.");
        }
        return value;
    }
}
