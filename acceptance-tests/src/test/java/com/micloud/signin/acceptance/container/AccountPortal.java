package com.micloud.signin.acceptance.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.plain.PlainBrowser;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;

/** The Account Portal as a client of a portal in a container. */
record AccountPortal(String realm) {
    private static final String CLIENT_ID = "account-portal";
    private static final String CALLBACK = "http://127.0.0.1:9999/callback";

    /** Who was signed in, for which account. */
    record SignedIn(String username, String accountNumber) {}

    static AccountPortal of(KeycloakContainer container) {
        return new AccountPortal(container.getAuthServerUrl() + "/realms/micloud");
    }

    /** Signs a user in with the password, and asks the portal who that was. */
    SignedIn signIn(String username, String password) {
        var verifier = new CodeVerifier();
        var arrival = new PlainBrowser()
                .open(URI.create(endpoint("auth") + "?"
                        + Parameters.encode(Map.of(
                                "client_id",
                                CLIENT_ID,
                                "redirect_uri",
                                CALLBACK,
                                "response_type",
                                "code",
                                "scope",
                                "openid",
                                "code_challenge",
                                CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                                        .getValue(),
                                "code_challenge_method",
                                CodeChallengeMethod.S256.getValue()))))
                .fill("username", username)
                .press("kc-login")
                .fill("password", password)
                .press("kc-login")
                .arrival();
        assertThat(arrival.toString()).startsWith(CALLBACK);
        return userinfo(redeem(Parameters.of(arrival), verifier));
    }

    private String redeem(Map<String, String> answer, CodeVerifier verifier) {
        assertThat(answer).containsKey("code").containsEntry("iss", realm);
        var tokens = Http.send(HttpRequest.newBuilder(URI.create(endpoint("token")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        CLIENT_ID,
                        "redirect_uri",
                        CALLBACK,
                        "code",
                        answer.get("code"),
                        "code_verifier",
                        verifier.getValue())))));
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return Json.read(tokens.body()).path("access_token").asText();
    }

    private SignedIn userinfo(String accessToken) {
        var answer = Http.send(HttpRequest.newBuilder(URI.create(endpoint("userinfo")))
                .header("Authorization", "Bearer " + accessToken));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var claims = Json.read(answer.body());
        return new SignedIn(
                claims.path("preferred_username").asText(),
                claims.path("micloud_account").path("number").asText());
    }

    private String endpoint(String name) {
        return realm + "/protocol/openid-connect/" + name;
    }
}
