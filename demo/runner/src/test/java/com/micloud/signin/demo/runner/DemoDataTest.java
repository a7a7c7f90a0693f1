package com.micloud.signin.demo.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo's data")
class DemoDataTest {

    @TempDir
    Path work;

    @Test
    void isMadeAtTheFirstStart() throws IOException {
        assertThat(data(8080, false).realmFiles()).hasSize(5).allSatisfy(file -> assertThat(file)
                .exists());
    }

    @Test
    void isKeptOnceItWasImported() throws IOException {
        var first = data(8080, false);
        first.realmFiles();
        first.keep();
        var kept = database();
        assertThat(data(8080, false).realmFiles()).isEmpty();
        assertThat(kept).exists();
    }

    @Test
    void isMadeAnewAfterAnImportThatDidNotEnd() throws IOException {
        data(8080, false).realmFiles();
        var halfDone = database();
        assertThat(data(8080, false).realmFiles()).isNotEmpty();
        assertThat(halfDone).doesNotExist();
    }

    @Test
    void isMadeAnewWhenAskedFor() throws IOException {
        var first = data(8080, false);
        first.realmFiles();
        first.keep();
        var old = database();
        assertThat(data(8080, true).realmFiles()).isNotEmpty();
        assertThat(old).doesNotExist();
    }

    @Test
    void isMadeAnewForOtherAddresses() throws IOException {
        var first = data(8080, false);
        first.realmFiles();
        first.keep();
        var files = data(8081, false).realmFiles();
        assertThat(files).isNotEmpty();
        assertThat(files.get(0)).content().contains("http://localhost:8081/realms/micloud/demo");
    }

    private Path database() throws IOException {
        var file = work.resolve("keycloak/data/h2/keycloakdb.mv.db");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private DemoData data(int port, boolean fresh) {
        return new DemoData(new DemoOptions(work, work, List.of(), "127.0.0.1", port, 9000, 1025, 1080, fresh));
    }
}
