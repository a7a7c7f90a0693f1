package com.micloud.signin.acceptance.person;

import com.micloud.signin.acceptance.harness.application.Tokens;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import java.net.URI;
import java.net.http.HttpRequest;

/** Requests to Keycloak's APIs with somebody's own token. */
final class RecordRequests {
    private RecordRequests() {}

    /** The status with which the admin API lists users. */
    static int users(Portal portal, Tokens tokens) {
        return Http.send(HttpRequest.newBuilder(
                                URI.create(portal.server() + "/admin/realms/" + Portal.REALM + "/users?max=1"))
                        .header("Authorization", "Bearer " + tokens.accessToken())
                        .GET())
                .statusCode();
    }
}
