package com.micloud.signin.acceptance.container;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** The image that is shipped, in production mode and with its database. */
final class ShippedPortal implements AutoCloseable {
    private static final String DATABASE = "keycloak";

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> database = new GenericContainer<>(Images.postgres())
            .withNetwork(network)
            .withNetworkAliases("database")
            .withEnv("POSTGRES_DB", DATABASE)
            .withEnv("POSTGRES_USER", DATABASE)
            .withEnv("POSTGRES_PASSWORD", DATABASE)
            .waitingFor(Wait.forSuccessfulCommand(
                    "pg_isready --host=127.0.0.1 --username=" + DATABASE + " --dbname=" + DATABASE));
    private final KeycloakContainer keycloak = DemoContainer.of(Images.shipped())
            .withProductionMode()
            .withOptimizedFlag()
            .withNetwork(network)
            .withEnv("KC_DB_URL", "jdbc:postgresql://database:5432/" + DATABASE)
            .withEnv("KC_DB_USERNAME", DATABASE)
            .withEnv("KC_DB_PASSWORD", DATABASE)
            .withEnv("KC_HTTP_ENABLED", "true")
            // The port is known only after the start.
            .withEnv("KC_HOSTNAME_STRICT", "false");

    void start() {
        database.start();
        keycloak.start();
    }

    AccountPortal accountPortal() {
        return AccountPortal.of(keycloak);
    }

    /** The number of the user as whom the server runs. */
    String userId() {
        try {
            return keycloak.execInContainer("id", "-u").getStdout().strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        keycloak.stop();
        database.stop();
        network.close();
    }
}
