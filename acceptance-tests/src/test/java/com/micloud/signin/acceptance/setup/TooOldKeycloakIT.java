package com.micloud.signin.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.BuiltServer;
import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.demo.server.ServerStartException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("A Keycloak that is too old")
final class TooOldKeycloakIT {
    @Test
    @DisplayName("does not start with all jars of the bundle, and says what it would take")
    void refuses() {
        var version = Settings.oldestServerVersion();
        var settings = KeycloakSettings.builder(
                        Settings.distribution(version), Settings.target().resolve("server-too-old"))
                .providers(List.of(
                        Settings.jar("authenticators", "micloud-authenticators"),
                        Settings.jar("password-policy", "micloud-password-policy"),
                        Settings.jar("theme", "micloud-theme")))
                .ports(Ports.free(), Ports.free())
                .environment("JAVA_OPTS_APPEND", BuiltServer.SHORT_LIVED)
                .startOption(BuiltServer.ALONE)
                .logFile(Settings.target().resolve("server-too-old.log"))
                .build();
        assertThatThrownBy(() -> KeycloakServer.start(settings).close())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("before it was ready")
                .hasMessageContaining("The MiCloud sign-in needs Keycloak 26.7 or newer, and this is " + version);
    }
}
