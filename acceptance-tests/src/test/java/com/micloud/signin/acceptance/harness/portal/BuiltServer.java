package com.micloud.signin.acceptance.harness.portal;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.demo.server.Database;
import com.micloud.signin.demo.server.KeycloakInstance;
import com.micloud.signin.demo.server.KeycloakSettings;
import java.nio.file.Path;
import java.util.List;

/** Servers that are built and never started: each server of the tests begins as a copy of one of them. */
public final class BuiltServer {
    /** The compiler and the collector for programs that soon end: they spend less on making them fast. */
    public static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";

    /** One node: it has no others to find, on whatever networks this machine is in. */
    public static final String ALONE = "--cache=local";

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
            String version, String name, Path instance, List<Path> jars, Database database) {
        return settings(built(version, name, jars, database), instance, jars, database);
    }

    private static Path built(String version, String name, List<Path> jars, Database database) {
        var folder = Shared.folder(name);
        var settings =
                settings(Settings.distribution(version), folder, jars, database).build();
        return Shared.byOneAtATime(
                name, () -> KeycloakInstance.prepare(settings).settings().instance());
    }

    private static KeycloakSettings.Builder settings(
            Path distribution, Path instance, List<Path> jars, Database database) {
        var settings = KeycloakSettings.builder(distribution, instance)
                .providers(jars)
                .database(database)
                .environment("JAVA_OPTS_APPEND", SHORT_LIVED);
        WATCHED.forEach(settings::buildOption);
        return settings;
    }
}
