package com.micloud.signin.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.http.HttpEntity;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.protocol.HttpContext;
import org.keycloak.connections.httpclient.HttpClientProvider;
import org.keycloak.http.simple.SimpleHttp;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.util.JsonSerialization;

/** The server's HTTP client, except that it notes why the token endpoint of a provider gives no tokens. */
final class WatchedClient extends CloseableHttpClient {

    /** An error of OAuth is shorter than this; of a longer answer only the status is noted. */
    private static final int LONGEST_ERROR = 8192;

    /** Keycloak takes what is below for tokens. */
    private static final int FIRST_ERROR = 400;

    private final KeycloakSession session;
    private final CloseableHttpClient client;

    private WatchedClient(KeycloakSession session, CloseableHttpClient client) {
        this.session = session;
        this.client = client;
    }

    /** The same request, watched when it is sent. */
    static SimpleHttpRequest watch(KeycloakSession session, SimpleHttpRequest request) {
        HttpClientProvider clients = session.getProvider(HttpClientProvider.class);
        SimpleHttpRequest watched = SimpleHttp.create(new WatchedClient(session, clients.getHttpClient()))
                .withMaxConsumedResponseSize(clients.getMaxConsumedResponseSize())
                .doPost(request.getUrl())
                .params(request.getParams());
        if (request.getHeaders() != null) {
            request.getHeaders().forEach(watched::header);
        }
        return watched;
    }

    @Override
    protected CloseableHttpResponse doExecute(HttpHost target, HttpRequest request, HttpContext context)
            throws IOException {
        try {
            return noted(client.execute(target, request, context));
        } catch (IOException e) {
            ProviderFailure.note(
                    session,
                    ProviderFailure.ofConnection(ProviderFailure.TOKEN_ENDPOINT, e)
                            .orElse(ProviderFailure.TOKEN_ENDPOINT + "_connection_lost"));
            throw e;
        }
    }

    private CloseableHttpResponse noted(CloseableHttpResponse response) throws IOException {
        int status = response.getStatusLine().getStatusCode();
        if (status < FIRST_ERROR) {
            // Stands where the rest never comes; see OidcProvider#getFederatedIdentity.
            ProviderFailure.note(session, ProviderFailure.HALF_AN_ANSWER);
            return response;
        }
        try {
            ProviderFailure.note(session, ProviderFailure.ofTokens(status, error(response)));
            return response;
        } catch (IOException e) {
            response.close();
            throw e;
        }
    }

    /** The OAuth error of the answer, whose body can be read afterwards as if nobody had; empty where there is none. */
    private static String error(HttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return "";
        }
        InputStream body = entity.getContent();
        byte[] start = body.readNBytes(LONGEST_ERROR);
        BasicHttpEntity unread = new BasicHttpEntity();
        unread.setContent(new SequenceInputStream(new ByteArrayInputStream(start), body));
        unread.setContentLength(entity.getContentLength());
        unread.setContentType(entity.getContentType());
        unread.setContentEncoding(entity.getContentEncoding());
        response.setEntity(unread);
        return error(start);
    }

    private static String error(byte[] body) {
        try {
            AccessTokenResponse answer = JsonSerialization.readValue(body, AccessTokenResponse.class);
            return answer == null || answer.getError() == null ? "" : answer.getError();
        } catch (IOException e) {
            return "";
        }
    }

    /** The client is the server's. */
    @Override
    public void close() {
        // Others use it.
    }

    @Override
    @Deprecated
    public org.apache.http.params.HttpParams getParams() {
        return client.getParams();
    }

    @Override
    @Deprecated
    public org.apache.http.conn.ClientConnectionManager getConnectionManager() {
        return client.getConnectionManager();
    }
}
