package com.micloud.signin.demo.runner;

import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.PortInUseException;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.demo.server.ServerStartException;
import com.micloud.signin.realm.DemoDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The run command: a stock server with the bundle and the demo realm, a mail catcher, and a banner. */
public final class DemoRunner {

    private DemoRunner() {}

    /** Runs until the server ends or somebody stops this JVM. */
    public static void main(String[] arguments) {
        var stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true), "demo-stopping"));
        try {
            var options = DemoOptions.from(System.getProperties());
            run(options);
            if (!stopping.get()) {
                fail("Keycloak has ended by itself; its log is "
                        + options.instance().resolve("server.log"));
            }
        } catch (DemoException | PortInUseException | ServerStartException e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail("The demo could not be started: " + e);
        }
    }

    private static void run(DemoOptions options) throws IOException {
        requireFreePorts(options);
        requireJars(options);
        var data = new DemoData(options);
        var realmFiles = data.realmFiles();
        say(
                realmFiles.isEmpty()
                        ? "Starting Keycloak with the data of the last run ..."
                        : "Starting Keycloak for the first time, which takes about a minute ...");
        try (var mails = MailCatcher.start(options.bind(), options.smtpPort());
                var page = MailPage.start(options.bind(), options.mailPort(), mails::mails);
                var server = KeycloakServer.start(settings(options, realmFiles))) {
            data.keep();
            say(new Banner(options, DemoDescription.standard()).text());
            server.onExit().join();
        }
    }

    private static KeycloakSettings settings(DemoOptions options, List<Path> realmFiles) {
        return KeycloakSettings.builder(options.distribution(), options.instance())
                .providers(options.providers())
                .imports(realmFiles)
                .httpHost(options.bind())
                .ports(options.port(), options.managementPort())
                .startOption("--cache=local")
                .startOption(KeycloakServer.PATIENCE_WITH_OTHERS)
                .build();
    }

    private static void requireFreePorts(DemoOptions options) {
        Ports.requireFree(options.port(), "Keycloak; choose another with -Ddemo.port");
        Ports.requireFree(options.managementPort(), "Keycloak management; choose another with -Ddemo.managementPort");
        Ports.requireFree(options.smtpPort(), "SMTP; choose another with -Ddemo.smtpPort");
        Ports.requireFree(options.mailPort(), "mail page; choose another with -Ddemo.mailPort");
    }

    private static void requireJars(DemoOptions options) {
        for (var jar : options.providers()) {
            if (!Files.isRegularFile(jar)) {
                throw new DemoException("The jar " + jar + " is missing; build everything with: mvn -Pdemo");
            }
        }
    }

    private static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    /** Ends the whole JVM, Maven's included: a stack trace would only hide the one line that says what to do. */
    private static void fail(String message) {
        System.out.flush();
        System.err.println(message);
        System.exit(1);
    }
}
