package com.micloud.signin.acceptance.operations;

import com.micloud.signin.acceptance.harness.Settings;
import org.junit.jupiter.api.DisplayName;

@DisplayName("On the newest Keycloak that the bundle is for")
final class SmokeIT extends SmokePath {
    SmokeIT() {
        super(Settings::serverVersion);
    }
}
