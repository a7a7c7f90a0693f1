package com.micloud.signin.acceptance.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Settings;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InContainers
@DisplayName("The published Keycloak image with the three jars in it")
final class PlainImageIT {
    @Test
    @DisplayName("signs a user in")
    void signsIn() {
        try (var portal = DemoContainer.of(Images.keycloak())
                .withProviderLibsFrom(List.of(
                        Settings.jar("authenticators", "micloud-authenticators").toFile(),
                        Settings.jar("password-policy", "micloud-password-policy")
                                .toFile(),
                        Settings.jar("theme", "micloud-theme").toFile()))) {
            portal.start();
            assertThat(AccountPortal.of(portal).signIn("ann@acme.example", "Acme-Pass1"))
                    .isEqualTo(new AccountPortal.SignedIn("ann@acme.example", "100100"));
        }
    }
}
