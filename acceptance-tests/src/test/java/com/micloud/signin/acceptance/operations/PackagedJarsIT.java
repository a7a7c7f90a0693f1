package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import java.io.IOException;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The packaged jars")
final class PackagedJarsIT {
    @ParameterizedTest(name = "{1} has no third-party classes and no jars inside")
    @CsvSource({
        "authenticators, micloud-authenticators",
        "password-policy, micloud-password-policy",
        "theme, micloud-theme"
    })
    void nothingOfOthers(String module, String artifact) throws IOException {
        try (var jar = new JarFile(Settings.jar(module, artifact).toFile())) {
            var names = jar.stream().map(ZipEntry::getName).toList();
            assertThat(names)
                    .filteredOn(name -> name.endsWith(".class"))
                    .allMatch(name -> name.startsWith("com/micloud/signin/"));
            assertThat(names).noneMatch(name -> name.endsWith(".jar"));
        }
    }
}
