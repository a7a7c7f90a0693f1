package com.micloud.signin.acceptance.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.Portal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@AcceptanceTest
@DisplayName("The server under test")
final class ServerIT {
    @Test
    @DisplayName("is the version that the bundle is made for")
    void version(Portal portal) {
        assertThat(portal.serverVersion()).isEqualTo(Settings.serverVersion());
    }
}
