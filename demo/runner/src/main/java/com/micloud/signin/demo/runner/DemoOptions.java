package com.micloud.signin.demo.runner;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * How this run of the demo was asked for, on the command line and by the build.
 *
 * @param work folder for everything the demo writes
 * @param bind address to listen on; the demo's passwords are public, so nobody else is let in by default
 */
record DemoOptions(
        Path distribution,
        Path work,
        List<Path> providers,
        String bind,
        int port,
        int managementPort,
        int smtpPort,
        int mailPort,
        boolean fresh) {

    static DemoOptions from(Properties properties) {
        return new DemoOptions(
                Path.of(required(properties, "demo.distribution")),
                Path.of(required(properties, "demo.work")),
                Arrays.stream(required(properties, "demo.providers").split(File.pathSeparator, -1))
                        .map(Path::of)
                        .toList(),
                properties.getProperty("demo.bind", "127.0.0.1"),
                port(properties, "demo.port", 8080),
                port(properties, "demo.managementPort", 9000),
                port(properties, "demo.smtpPort", 1025),
                port(properties, "demo.mailPort", 1080),
                properties.containsKey("demo.fresh")
                        && !properties.getProperty("demo.fresh").equals("false"));
    }

    String baseUrl() {
        return "http://localhost:" + port;
    }

    String mailUrl() {
        return "http://localhost:" + mailPort;
    }

    Path instance() {
        return work.resolve("keycloak");
    }

    private static String required(Properties properties, String name) {
        var value = properties.getProperty(name, "");
        if (value.isEmpty()) {
            throw new DemoException("The property " + name + " is missing; start the demo with: mvn -Pdemo");
        }
        return value;
    }

    private static int port(Properties properties, String name, int standard) {
        var text = properties.getProperty(name, String.valueOf(standard));
        try {
            var port = Integer.parseInt(text);
            if (port > 0 && port < 65536) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new DemoException("-D" + name + "=" + text + " is not a port.", e);
        }
        throw new DemoException("-D" + name + "=" + text + " is not a port.");
    }
}
