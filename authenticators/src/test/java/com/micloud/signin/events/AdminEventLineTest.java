package com.micloud.signin.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.AuthDetails;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;

@DisplayName("An administrator's action in the server log")
final class AdminEventLineTest {

    private static final String USER = "4f498ce7-9af5-4dce-b80a-b6d21f1af71f";
    private static final String MEMBER = "f7977d9e-63e5-4752-8e29-7fa10232e88f";

    @Test
    @DisplayName("says who did what to which resource, from where")
    void complete() {
        AdminEvent event = action("users/" + MEMBER + "/federated-identity/okta-7f3k2q");
        event.setRealmName("micloud");
        assertThat(AdminEventLine.of(event))
                .isEqualTo("ADMIN CREATE USER realm=micloud path=users/" + MEMBER + "/federated-identity/okta-7f3k2q"
                        + " user=" + USER + " user_realm=master client=3c1b address=192.0.2.7");
    }

    @Test
    @DisplayName("says nothing of the content")
    void noContent() {
        AdminEvent event = action("users/" + MEMBER);
        event.setRepresentation("{\"username\":\"ann@acme.example\"}");
        event.setDetails(Map.of("username", "ann@acme.example"));
        assertThat(AdminEventLine.of(event)).doesNotContain("ann").doesNotContain("acme");
    }

    @ParameterizedTest
    @CsvSource({
        "roles/ann@acme.example, roles/?",
        "roles/Ann Birch, roles/?",
        "roles/ann%40acme.example/composites, roles/?/composites",
        "realms/micloud/localization/en/Müller, realms/micloud/localization/en/?",
        "roles/{x}, roles/?",
    })
    @DisplayName("leaves out parts of the path that may have been typed")
    void nothingTyped(String path, String logged) {
        assertThat(AdminEventLine.of(action(path))).contains(" path=" + logged + " user=");
    }

    @Test
    @DisplayName("stays one line that pretends to be no other, whatever a path, a type or an address holds")
    void oneLine() {
        String forged = "x\n2026-01-01 INFO ADMIN DELETE USER path=users user=" + MEMBER + " " + "y".repeat(900);
        AdminEvent event = action("roles/" + forged + "/r\r\u2028r/" + "a/".repeat(400));
        event.setResourceTypeAsString(forged);
        event.setRealmName(forged);
        event.setError(forged);
        event.getAuthDetails().setIpAddress(forged);
        event.getAuthDetails().setClientId(forged);
        assertThat(AdminEventLine.of(event))
                .doesNotContainPattern("\\R")
                .doesNotContain(" path=users")
                .doesNotContain(" user=" + MEMBER)
                .hasSizeLessThan(900);
    }

    @Test
    @DisplayName("is written also when Keycloak does not say who or where")
    void sparse() {
        AdminEvent event = new AdminEvent();
        event.setOperationType(OperationType.ACTION);
        assertThat(AdminEventLine.of(event)).startsWith("ADMIN ACTION ");
    }

    private static AdminEvent action(String path) {
        AuthDetails by = new AuthDetails();
        by.setUserId(USER);
        by.setRealmName("master");
        by.setClientId("3c1b");
        by.setIpAddress("192.0.2.7");
        AdminEvent event = new AdminEvent();
        event.setOperationType(OperationType.CREATE);
        event.setResourceType(ResourceType.USER);
        event.setResourcePath(path);
        event.setAuthDetails(by);
        return event;
    }
}
