package com.micloud.signin.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The options of the run command")
class DemoOptionsTest {

    @Test
    void haveTheDocumentedDefaults() {
        var options = DemoOptions.from(properties());
        assertThat(options.baseUrl()).isEqualTo("http://localhost:8080");
        assertThat(options.managementPort()).isEqualTo(9000);
        assertThat(options.smtpPort()).isEqualTo(1025);
        assertThat(options.mailUrl()).isEqualTo("http://localhost:1080");
        assertThat(options.bind()).isEqualTo("127.0.0.1");
        assertThat(options.fresh()).isFalse();
        assertThat(options.providers()).containsExactly(Path.of("a.jar"), Path.of("b.jar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true"})
    void beginAnewWhenAskedTo(String value) {
        var properties = properties();
        properties.setProperty("demo.fresh", value);
        assertThat(DemoOptions.from(properties).fresh()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "-1", "65536"})
    void refuseAPortThatIsNone(String value) {
        var properties = properties();
        properties.setProperty("demo.port", value);
        assertThatThrownBy(() -> DemoOptions.from(properties))
                .isInstanceOf(DemoException.class)
                .hasMessage("-Ddemo.port=" + value + " is not a port.");
    }

    @Test
    void sayHowTheDemoIsStartedWhenTheBuildSetNothing() {
        assertThatThrownBy(() -> DemoOptions.from(new Properties()))
                .isInstanceOf(DemoException.class)
                .hasMessageContaining("mvn -Pdemo");
    }

    private static Properties properties() {
        var properties = new Properties();
        properties.setProperty("demo.distribution", "keycloak");
        properties.setProperty("demo.work", "work");
        properties.setProperty("demo.providers", "a.jar" + File.pathSeparator + "b.jar");
        return properties;
    }
}
