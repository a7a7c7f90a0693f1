package com.micloud.signin.acceptance.container;

import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.realm.DemoRealm;
import com.micloud.signin.realm.DemoSettings;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.time.Duration;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** A Keycloak container that imports the demo realm when it starts. */
final class DemoContainer {
    private static final String IMPORT = "/opt/keycloak/data/import/";
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private DemoContainer() {}

    static KeycloakContainer of(DockerImageName image) {
        var container = new KeycloakContainer(image.asCanonicalNameString()).withStartupTimeout(PATIENCE);
        for (var file : DemoRealm.write(Settings.target().resolve("container-import"), DemoSettings.standard())) {
            container.withCopyFileToContainer(MountableFile.forHostPath(file, 0644), IMPORT + file.getFileName());
        }
        return container;
    }
}
