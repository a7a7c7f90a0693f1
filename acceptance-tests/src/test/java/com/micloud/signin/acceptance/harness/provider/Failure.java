package com.micloud.signin.acceptance.harness.provider;

import java.util.Map;

/** How an endpoint of a provider fails those who ask it. */
public enum Failure {
    /** It answers 500. */
    SERVER_ERROR,
    /** It answers 400. */
    BAD_REQUEST,
    /** It answers 401, as it does not know the secret of the client. */
    WRONG_SECRET,
    /** It answers 200 with a page for people. */
    A_PAGE,
    /** It answers 200 and what is not quite JSON. */
    BROKEN_JSON,
    /** It answers 200 and nothing. */
    NOTHING,
    /** It ends the connection without an answer. */
    DROPPED,
    /** It takes the request and never answers. */
    SILENT,
    /** It begins an answer and then says nothing more. */
    STOPS_HALFWAY;

    ProviderServer.Answer answer() {
        return switch (this) {
            case SERVER_ERROR -> ProviderServer.Answer.json(500, "{\"error\":\"server_error\"}");
            case BAD_REQUEST -> ProviderServer.Answer.json(400, "{\"error\":\"invalid_grant\"}");
            case WRONG_SECRET -> ProviderServer.Answer.json(401, "{\"error\":\"invalid_client\",\"trace\":[7000215]}");
            case A_PAGE -> ProviderServer.Answer.page(200, "<h1>Down for maintenance</h1>");
            case BROKEN_JSON -> ProviderServer.Answer.json(200, "{\"keys\": [, \"access_token\": ");
            case NOTHING -> new ProviderServer.Answer(200, "application/json", "", Map.of());
            case DROPPED -> throw new IllegalStateException("The connection is dropped, as the test wants it");
            case SILENT -> ProviderServer.Answer.json(ProviderServer.Answer.NEVER, "");
            case STOPS_HALFWAY -> ProviderServer.Answer.json(ProviderServer.Answer.NEVER, "{");
        };
    }
}
