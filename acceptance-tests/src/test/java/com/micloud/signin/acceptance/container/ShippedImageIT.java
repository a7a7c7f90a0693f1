package com.micloud.signin.acceptance.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.portal.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@InContainers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The image that docker/Dockerfile makes")
final class ShippedImageIT {
    @AutoClose
    private final ShippedPortal portal = new ShippedPortal();

    @BeforeAll
    void start() {
        portal.start();
    }

    @Test
    @DisplayName("signs a user in, in production mode on PostgreSQL")
    void signsIn() {
        assertThat(portal.accountPortal().signIn("ann@acme.example", "Acme-Pass1"))
                .isEqualTo(new AccountPortal.SignedIn("ann@acme.example", "100100"));
    }

    @Test
    @DisplayName("runs without privileges")
    void unprivileged() {
        assertThat(portal.userId()).isEqualTo("1000");
    }

    @Test
    @DisplayName("leaves the demo page out")
    void noDemoPage() {
        var page = Http.send(
                HttpRequest.newBuilder(URI.create(portal.accountPortal().realm() + "/demo")));
        assertThat(page.statusCode()).isEqualTo(404);
    }
}
