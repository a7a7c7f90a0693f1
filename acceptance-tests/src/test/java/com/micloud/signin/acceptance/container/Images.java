package com.micloud.signin.acceptance.container;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.RemoteDockerImage;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;

/** The images that the tests run. */
final class Images {
    private Images() {}

    /** Keycloak as it is published. */
    static DockerImageName keycloak() {
        return pulled("quay.io/keycloak/keycloak:" + Settings.serverVersion());
    }

    /** PostgreSQL in the version that the demo in containers runs. */
    static DockerImageName postgres() {
        return pulled(inCompose("postgres"));
    }

    /** The image that is shipped, built anew. */
    static DockerImageName shipped() {
        keycloak();
        var image = new ImageFromDockerfile("micloud-signin-under-test:latest", true)
                .withFileFromPath("Dockerfile", Settings.root().resolve("docker/Dockerfile"));
        for (var jar : List.of(
                Settings.jar("authenticators", "micloud-authenticators"),
                Settings.jar("password-policy", "micloud-password-policy"),
                Settings.jar("theme", "micloud-theme"),
                Settings.jar("demo/page", "micloud-demo-page"))) {
            image.withFileFromPath(Settings.root().relativize(jar).toString(), jar);
        }
        return DockerImageName.parse(image.get());
    }

    private static DockerImageName pulled(String name) {
        needed("what Testcontainers itself needs there", () -> DockerClientFactory.instance()
                .client());
        var image = DockerImageName.parse(name);
        needed("the image " + name, () -> new RemoteDockerImage(image).get());
        return image;
    }

    private static void needed(String what, Runnable fetching) {
        try {
            fetching.run();
        } catch (RuntimeException e) {
            throw new AssertionError(
                    "A Docker engine answers, but it cannot get " + what
                            + ". Give it access to the registry, or leave the container tests out"
                            + " with -Dcontainers=off.",
                    e);
        }
    }

    private static String inCompose(String name) {
        var file = Settings.root().resolve("docker/compose.yaml");
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith("image: " + name + ":"))
                    .map(line -> line.substring("image: ".length()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No image of " + name + " in " + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
