package com.micloud.signin.demo.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An instance")
class KeycloakInstanceTest {

    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-02T03:04:05Z"));

    @TempDir
    Path folder;

    private Path distribution;
    private Path instance;
    private Path jar;

    @BeforeEach
    void distributionWhoseCommandOnlyNotesItsArguments() throws IOException {
        distribution = folder.resolve("distribution");
        instance = folder.resolve("instance");
        jar = Files.writeString(folder.resolve("part.jar"), "one");
        Files.createDirectories(distribution.resolve("bin"));
        Files.createDirectories(distribution.resolve("providers"));
        Files.writeString(distribution.resolve("version.txt"), "Keycloak - Version 1");
        command("echo \"$@\" >> \"$(dirname \"$0\")/../calls\"");
        Files.setLastModifiedTime(distribution.resolve("bin/kc.sh"), LONG_AGO);
    }

    @Test
    void isACopyThatKeepsTimeStamps() throws IOException {
        KeycloakInstance.prepare(settings().build());
        assertThat(Files.getLastModifiedTime(instance.resolve("bin/kc.sh"))).isEqualTo(LONG_AGO);
        assertThat(instance.resolve("bin/kc.sh")).isExecutable();
        assertThat(distribution.resolve("calls")).doesNotExist();
    }

    @Test
    void isAugmentedOnceWhileNothingChanges() throws IOException {
        KeycloakInstance.prepare(settings().build());
        KeycloakInstance.prepare(settings().build());
        assertThat(calls()).containsExactly("build --db=dev-file --health-enabled=true");
    }

    @Test
    void isCopiedAgainFromAServerThatIsBuiltAlready() throws IOException {
        KeycloakInstance.prepare(settings().build());
        var copy = folder.resolve("copy");
        prepareCopy(copy);
        Files.writeString(jar, "two");
        KeycloakInstance.prepare(settings().build());
        prepareCopy(copy);
        assertThat(copy.resolve("providers/part.jar")).hasContent("two");
        assertThat(copy.resolve("build.log")).doesNotExist();
    }

    private void prepareCopy(Path copy) {
        KeycloakInstance.prepare(
                KeycloakSettings.builder(instance, copy).providers(List.of(jar)).build());
    }

    @Test
    void isAugmentedAgainForAnotherJar() throws IOException {
        KeycloakInstance.prepare(settings().build());
        Files.writeString(jar, "two");
        KeycloakInstance.prepare(settings().build());
        assertThat(calls()).hasSize(2);
        assertThat(instance.resolve("providers/part.jar")).hasContent("two");
    }

    @Test
    void isAugmentedAgainForOtherOptions() throws IOException {
        KeycloakInstance.prepare(settings().build());
        KeycloakInstance.prepare(settings().buildOption("--features=scripts").build());
        assertThat(calls()).hasSize(2).last().asString().contains("--features=scripts");
    }

    @Test
    void isAugmentedAgainAfterAnAttemptThatFailed() throws IOException {
        command("exit 3");
        var settings = settings().build();
        assertThatThrownBy(() -> KeycloakInstance.prepare(settings))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("build ended with 3");
        Files.writeString(instance.resolve("bin/kc.sh"), "#!/bin/sh\necho \"$@\" >> \"$(dirname \"$0\")/../calls\"\n");
        KeycloakInstance.prepare(settings);
        assertThat(calls()).hasSize(1);
    }

    @Test
    void leavesAnEqualJarUntouched() throws IOException {
        Files.setLastModifiedTime(jar, LONG_AGO);
        KeycloakInstance.prepare(settings().build());
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        KeycloakInstance.prepare(settings().build());
        assertThat(Files.getLastModifiedTime(instance.resolve("providers/part.jar")))
                .isEqualTo(LONG_AGO);
    }

    @Test
    void dropsJarsThatAreNoLongerWanted() {
        KeycloakInstance.prepare(settings().build());
        KeycloakInstance.prepare(
                KeycloakSettings.builder(distribution, instance).build());
        assertThat(instance.resolve("providers/part.jar")).doesNotExist();
    }

    @Test
    void servesAsDistributionForAnotherWithoutItsDataAndWithoutAnotherBuild() throws IOException {
        KeycloakInstance.prepare(settings().build());
        Files.createDirectories(instance.resolve("data/h2"));
        var second = folder.resolve("second");
        KeycloakInstance.prepare(KeycloakSettings.builder(instance, second)
                .providers(List.of(jar))
                .build());
        assertThat(Files.readAllLines(second.resolve("calls"))).hasSize(1);
        assertThat(second.resolve("data/h2")).doesNotExist();
    }

    @Test
    void isReplacedButForItsDataByAnotherVersion() throws IOException {
        KeycloakInstance.prepare(settings().build());
        Files.createDirectories(instance.resolve("data/h2"));
        Files.writeString(instance.resolve("left-over"), "");
        Files.writeString(distribution.resolve("version.txt"), "Keycloak - Version 2");
        KeycloakInstance.prepare(settings().build());
        assertThat(instance.resolve("left-over")).doesNotExist();
        assertThat(instance.resolve("data/h2")).isDirectory();
        assertThat(calls()).hasSize(1);
    }

    @Test
    void handsOverTheRealmFilesOfThisStartOnly() throws IOException {
        var realm = Files.writeString(folder.resolve("a-realm.json"), "{}");
        KeycloakInstance.prepare(settings().imports(List.of(realm)).build());
        assertThat(instance.resolve("data/import/a-realm.json")).exists();
        KeycloakInstance.prepare(settings().build());
        assertThat(instance.resolve("data/import/a-realm.json")).doesNotExist();
    }

    @Test
    void tellsWhyAServerEndedBeforeItWasReady() throws IOException {
        command("[ \"$1\" = build ] || { echo 'the reason'; exit 7; }");
        var instance = KeycloakInstance.prepare(onFreePorts().build());
        assertThatThrownBy(instance::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("ended with 7 before it was ready")
                .hasMessageContaining("the reason");
    }

    @Test
    void givesUpOnAServerThatIsNeverReady() throws IOException {
        command("[ \"$1\" = build ] || exec sleep 600");
        var instance = KeycloakInstance.prepare(
                onFreePorts().deadline(Duration.ofSeconds(1)).build());
        assertThatThrownBy(instance::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("was not ready after 1 s");
    }

    @Test
    void refusesToBeItsOwnDistribution() {
        var builder = KeycloakSettings.builder(distribution, distribution);
        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void runsWithTheJavaOfItsCaller() throws IOException {
        command("echo \"$JAVA_HOME $KC_BOOTSTRAP_ADMIN_USERNAME\" > \"$(dirname \"$0\")/../calls\"");
        KeycloakInstance.prepare(settings().build());
        assertThat(calls()).containsExactly(System.getProperty("java.home") + " admin");
    }

    private KeycloakSettings.Builder settings() {
        return KeycloakSettings.builder(distribution, instance).providers(List.of(jar));
    }

    private KeycloakSettings.Builder onFreePorts() {
        return settings().ports(Ports.free(), Ports.free());
    }

    private void command(String script) throws IOException {
        var file = distribution.resolve("bin/kc.sh");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private List<String> calls() throws IOException {
        return Files.readAllLines(instance.resolve("calls"));
    }
}
