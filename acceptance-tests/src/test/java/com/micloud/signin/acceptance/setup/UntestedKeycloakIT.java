package com.micloud.signin.acceptance.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.LeftOut;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.BuiltServer;
import com.micloud.signin.demo.server.Folders;
import com.micloud.signin.demo.server.KeycloakServer;
import com.micloud.signin.demo.server.KeycloakSettings;
import com.micloud.signin.demo.server.Ports;
import com.micloud.signin.demo.server.ServerStartException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * No server of another minor version can be had. So this one is the stock server, which is told in the file that names its
 * version that it is another one; and then one method of it gets another name.
 */
@AcceptanceTest
@InWholeRuns("the start on a Keycloak that was never tested")
@DisplayName("A Keycloak of a minor version that was never tested")
final class UntestedKeycloakIT {
    private static final String VERSION = "26.99.0";
    private static final String RENAMED = "org/keycloak/services/managers/AuthenticationManager";
    private static final String METHOD = "getRememberMeUsername";

    private final Path instance = Settings.target().resolve("server-untested");

    @Test
    @DisplayName("starts with a warning while it has all that the bundle uses, and not once a method is gone")
    void warnsAndRefuses() throws IOException {
        var settings = KeycloakSettings.builder(distribution(), instance)
                .providers(List.of(
                        Settings.jar("authenticators", "micloud-authenticators"),
                        Settings.jar("password-policy", "micloud-password-policy"),
                        Settings.jar("theme", "micloud-theme")))
                .ports(Ports.free(), Ports.free())
                .startOption(BuiltServer.ALONE)
                .environment("JAVA_OPTS_APPEND", BuiltServer.SHORT_LIVED)
                .logFile(Settings.target().resolve("server-untested.log"))
                .build();
        try (var server = KeycloakServer.start(settings)) {
            var warning = server.log()
                    .lines()
                    .filter(line -> line.contains("was never tested on Keycloak " + VERSION))
                    .toList();
            assertThat(warning).hasSize(1);
            assertThat(warning.get(0))
                    .contains("WARN")
                    .containsPattern("Its [0-9]{4} uses of the server's classes and members are all there,"
                            + " and its [0-9]{2} parts are in use");
            LeftOut.measured("start on a Keycloak that was never tested:"
                    + warning.get(0).replaceAll(".*(\\(looked at in [0-9]+ ms\\)).*", " $1"));
        }

        rename(METHOD);
        assertThatThrownBy(() -> KeycloakServer.start(settings).close())
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("before it was ready")
                .hasMessageContaining("The MiCloud sign-in was never tested on Keycloak " + VERSION
                        + ", and does not start on it. 1 of the things that it uses are missing or not in use:"
                        + " uses org.keycloak.services.managers.AuthenticationManager " + METHOD);
    }

    private static Path distribution() throws IOException {
        var stock = Settings.distribution(Settings.serverVersion());
        var changed = Settings.target().resolve("stock-untested");
        Folders.remove(changed);
        Folders.copy(stock, changed);
        Files.writeString(changed.resolve("version.txt"), "Keycloak - Version " + VERSION + "\n");
        try (var common = FileSystems.newFileSystem(jar(changed, "keycloak-common"))) {
            var properties = common.getPath("keycloak-version.properties");
            Files.writeString(properties, Files.readString(properties).replace(Settings.serverVersion(), VERSION));
        }
        return changed;
    }

    private void rename(String method) throws IOException {
        try (var services = FileSystems.newFileSystem(jar(instance, "keycloak-services"))) {
            var file = services.getPath(RENAMED + ".class");
            var writer = new ClassWriter(0);
            new ClassReader(Files.readAllBytes(file))
                    .accept(
                            new ClassVisitor(Opcodes.ASM9, writer) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access,
                                        String name,
                                        String descriptor,
                                        String signature,
                                        String[] exceptions) {
                                    return super.visitMethod(
                                            access,
                                            name.equals(method) ? name + "InCookie" : name,
                                            descriptor,
                                            signature,
                                            exceptions);
                                }
                            },
                            0);
            Files.write(file, writer.toByteArray());
        }
    }

    private static Path jar(Path server, String artifact) {
        return server.resolve("lib/lib/main/org.keycloak." + artifact + "-" + Settings.serverVersion() + ".jar");
    }
}
