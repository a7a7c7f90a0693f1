package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.KeycloakInstance;
import com.micloud.signin.demo.server.KeycloakSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Servers that are built and never started: each server of the tests begins as a copy of one of them. */
public final class BuiltServer {
    /** The compiler for programs that soon end: it spends less on making them fast. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    /** As in the image: operators watch providers by these. */
    private static final List<String> WATCHED = List.of("--metrics-enabled=true", "--event-metrics-user-enabled=true");

    private BuiltServer() {}

    /** The jars of the bundle, and the page that stands for the applications. */
    public static List<Path> jars() {
        return List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"),
                Settings.jar("theme", "micloud-theme"),
                Settings.jar("demo/page", "micloud-demo-page"));
    }

    /**
     * Settings of a server that is a copy of one that is built already.
     *
     * @param version of Keycloak
     * @param name what its kind is called; all JVMs share what is built for a kind, and so do later runs
     */
    public static KeycloakSettings.Builder copy(
            String version, String name, Path instance, List<Path> jars, Database database, String cache) {
        return settings(built(version, name, jars, database, cache), instance, jars, database, cache);
    }

    private static Path built(String version, String name, List<Path> jars, Database database, String cache) {
        var folder = Settings.build().resolve("built").resolve(name);
        var settings = settings(Settings.distribution(version), folder, jars, database, cache)
                .environment("JAVA_OPTS_APPEND", SHORT_LIVED)
                .build();
        try {
            Files.createDirectories(folder.getParent());
            try (var file = FileChannel.open(
                            folder.resolveSibling(name + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    var lock = file.lock()) {
                return KeycloakInstance.prepare(settings).settings().instance();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeycloakSettings.Builder settings(
            Path distribution, Path instance, List<Path> jars, Database database, String cache) {
        var settings = KeycloakSettings.builder(distribution, instance)
                .providers(jars)
                .database(database)
                .buildOption(cache);
        WATCHED.forEach(settings::buildOption);
        return settings;
    }
}
