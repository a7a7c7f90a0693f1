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

    /**
     * For the server of most classes. The compiler that makes programs fast takes half of its time by itself. So it only
     * gets what runs most often: signatures and hashes.
     */
    static final String LONG_LIVED = "-XX:-UseG1GC -XX:+UseSerialGC -XX:Tier4InvocationThreshold=60000"
            + " -XX:Tier4MinInvocationThreshold=20000 -XX:Tier4CompileThreshold=150000"
            + " -XX:Tier4BackEdgeThreshold=400000";

    /** One node: it has no others to find, on whatever networks this machine is in. */
    public static final String ALONE = "--cache=local";

    /** As in the image: operators watch providers by these. */
    private static final List<String> WATCHED = List.of("--metrics-enabled=true", "--event-metrics-user-enabled=true");

    private BuiltServer() {}

    /** The jars of the bundle, the page that stands for the applications, and the clock that tests can move. */
    public static List<Path> jars() {
        return List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"),
                Settings.jar("theme", "micloud-theme"),
                Settings.jar("demo/page", "micloud-demo-page"),
                Settings.jar("acceptance-tests/clock", "micloud-test-clock"));
    }

    /**
     * Settings of a server that is a copy of one that is built already. All JVMs share what is built of a version for
     * these jars and this kind of database, and so do later runs.
     *
     * @param version of Keycloak
     */
    public static KeycloakSettings.Builder copy(String version, Path instance, List<Path> jars, Database database) {
        return settings(built(version, jars, database), instance, jars, database);
    }

    private static Path built(String version, List<Path> jars, Database database) {
        var name = "server-%s-%s-%08x".formatted(version, database.vendor(), jars.hashCode());
        var settings = settings(Settings.distribution(version), Shared.folder(name), jars, database)
                .build();
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
