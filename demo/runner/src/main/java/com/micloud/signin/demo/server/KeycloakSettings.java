package com.micloud.signin.demo.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides what one Keycloak instance is made of and how it runs.
 *
 * @param distribution unpacked distribution, never written to; an instance that was prepared before does as well and
 *     saves the build when nothing else differs
 * @param instance folder of the instance; made when missing, kept between starts
 * @param providers jars to deploy
 * @param imports realm files handed to {@code --import-realm}; realms that exist are left alone
 * @param httpHost address to listen on
 * @param hostname what the server calls itself in tokens and links
 * @param buildOptions further options of {@code kc.sh build}
 * @param startOptions further options of {@code kc.sh start}
 * @param environment further environment variables
 * @param logFile where the server's output goes; begun anew at every start
 * @param deadline how long the server may take to get ready
 */
public record KeycloakSettings(
        Path distribution,
        Path instance,
        List<Path> providers,
        List<Path> imports,
        String httpHost,
        int httpPort,
        int managementPort,
        String hostname,
        Database database,
        List<String> buildOptions,
        List<String> startOptions,
        Map<String, String> environment,
        Path logFile,
        Duration deadline) {

    public KeycloakSettings {
        distribution = distribution.toAbsolutePath().normalize();
        instance = instance.toAbsolutePath().normalize();
        logFile = logFile.toAbsolutePath().normalize();
        providers = List.copyOf(providers);
        imports = List.copyOf(imports);
        buildOptions = List.copyOf(buildOptions);
        startOptions = List.copyOf(startOptions);
        environment = Map.copyOf(environment);
        if (distribution.equals(instance)) {
            throw new IllegalArgumentException("The instance folder must not be the distribution itself: " + instance);
        }
    }

    /** Where browsers and applications find the server. */
    public URI baseUri() {
        return URI.create(hostname);
    }

    /** Starts from what every instance needs; the rest has defaults. */
    public static Builder builder(Path distribution, Path instance) {
        return new Builder(distribution, instance);
    }

    /** Collects settings one by one. */
    public static final class Builder {

        private final Path distribution;
        private final Path instance;
        private final List<Path> providers = new ArrayList<>();
        private final List<Path> imports = new ArrayList<>();
        private final List<String> buildOptions = new ArrayList<>();
        private final List<String> startOptions = new ArrayList<>();
        private final Map<String, String> environment = new LinkedHashMap<>();
        private String httpHost = "127.0.0.1";
        private int httpPort = 8080;
        private int managementPort = 9000;
        private String hostname = "";
        private Database database = Database.h2File();
        private Path logFile;
        private Duration deadline = Duration.ofMinutes(10);

        private Builder(Path distribution, Path instance) {
            this.distribution = distribution;
            this.instance = instance;
            this.logFile = instance.resolve("server.log");
            environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
            environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", "admin");
        }

        public Builder providers(List<Path> jars) {
            providers.addAll(jars);
            return this;
        }

        public Builder imports(List<Path> realmFiles) {
            imports.addAll(realmFiles);
            return this;
        }

        public Builder httpHost(String address) {
            httpHost = address;
            return this;
        }

        public Builder ports(int http, int management) {
            httpPort = http;
            managementPort = management;
            return this;
        }

        /** A full address, when it is not {@code http://localhost:<port>}: behind a proxy, for instance. */
        public Builder hostname(String address) {
            hostname = address;
            return this;
        }

        public Builder database(Database where) {
            database = where;
            return this;
        }

        public Builder buildOption(String option) {
            buildOptions.add(option);
            return this;
        }

        public Builder startOption(String option) {
            startOptions.add(option);
            return this;
        }

        public Builder environment(String name, String value) {
            environment.put(name, value);
            return this;
        }

        /** For a database that has its administrators, or is about to get them by an import. */
        public Builder withoutBootstrapAdmin() {
            environment.remove("KC_BOOTSTRAP_ADMIN_USERNAME");
            environment.remove("KC_BOOTSTRAP_ADMIN_PASSWORD");
            return this;
        }

        public Builder logFile(Path file) {
            logFile = file;
            return this;
        }

        public Builder deadline(Duration longest) {
            deadline = longest;
            return this;
        }

        public KeycloakSettings build() {
            return new KeycloakSettings(
                    distribution,
                    instance,
                    providers,
                    imports,
                    httpHost,
                    httpPort,
                    managementPort,
                    hostname.isEmpty() ? "http://localhost:" + httpPort : hostname,
                    database,
                    buildOptions,
                    startOptions,
                    environment,
                    logFile,
                    deadline);
        }
    }
}
