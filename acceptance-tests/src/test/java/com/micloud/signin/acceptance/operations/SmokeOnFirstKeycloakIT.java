package com.micloud.signin.acceptance.operations;

import com.micloud.signin.acceptance.harness.InWholeRuns;
import com.micloud.signin.acceptance.harness.Settings;
import com.micloud.signin.acceptance.harness.portal.OnFirstKeycloak;
import org.junit.jupiter.api.DisplayName;

@OnFirstKeycloak
@InWholeRuns("the sign-in on the oldest Keycloak that the bundle is for")
@DisplayName("On the oldest Keycloak that the bundle is for")
final class SmokeOnFirstKeycloakIT extends SmokePath {
    SmokeOnFirstKeycloakIT() {
        super(Settings::firstServerVersion);
    }
}
