package com.micloud.signin.acceptance.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.AcceptanceTest;
import com.micloud.signin.acceptance.harness.application.OidcApplication;
import com.micloud.signin.acceptance.harness.people.Member;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@AcceptanceTest
@DisplayName("A feature of Keycloak")
final class FeaturesIT {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET, realms/micloud/scim/v2/Users",
        "POST, realms/micloud/protocol/oid4vc/credential",
        "GET, realms/micloud/protocol/oid4vc/create-credential-offer",
        "GET, realms/micloud/.well-known/openid-credential-issuer",
        "POST, realms/micloud/authzen/access/v1/evaluation",
        "GET, realms/micloud/ssf/transmitter/streams",
        "GET, realms/micloud/protocol/docker-v2/auth",
        "GET, admin/api/micloud/clients/v2"
    })
    @DisplayName("that the list calls off has no address")
    void off(String method, String path, Portal portal) {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(portal.server() + "/" + path))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "openid-connect", "saml2-entity-descriptor"})
    @DisplayName("registers no application for a stranger, nor for somebody who is signed in")
    void clientRegistration(String provider, Portal portal) {
        var user = Member.of(portal).in("password").make();
        var tokens = OidcApplication.made(portal).signIn(PlainTab.fresh(), user);
        assertThat(register(portal, provider, "Nobody nothing")).isBetween(400, 403);
        assertThat(register(portal, provider, "Bearer " + tokens.accessToken())).isBetween(400, 403);
    }

    private static int register(Portal portal, String provider, String authorization) {
        var xml = provider.startsWith("saml");
        return Http.send(HttpRequest.newBuilder(portal.realm("clients-registrations/" + provider))
                        .header("Authorization", authorization)
                        .header("Content-Type", xml ? "application/xml" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body(provider))))
                .statusCode();
    }

    private static String body(String provider) {
        return switch (provider) {
            case "default" -> "{\"clientId\":\"mine\",\"redirectUris\":[\"https://evil.example/\"]}";
            case "openid-connect" -> "{\"client_name\":\"mine\",\"redirect_uris\":[\"https://evil.example/\"]}";
            default -> "<EntityDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\" entityID=\"mine\"/>";
        };
    }
}
