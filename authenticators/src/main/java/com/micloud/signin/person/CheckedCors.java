package com.micloud.signin.person;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.cors.Cors;

/**
 * Keycloak's CORS rules, with a check of every request with an access token to the account API and the admin API.
 * Keycloak builds these APIs itself, so nothing of ours can replace them. Both ask the CORS provider for the token's
 * origins on each request, before they do anything else (AccountLoader, AdminRoot).
 */
final class CheckedCors implements Cors {

    private final Cors keycloaks;
    private final Runnable check;

    CheckedCors(Cors keycloaks, Runnable check) {
        this.keycloaks = keycloaks;
        this.check = check;
    }

    @Override
    public Cors builder(Response.ResponseBuilder builder) {
        keycloaks.builder(builder);
        return this;
    }

    @Override
    public Cors preflight() {
        keycloaks.preflight();
        return this;
    }

    @Override
    public Cors auth() {
        keycloaks.auth();
        return this;
    }

    @Override
    public Cors allowAllOrigins() {
        keycloaks.allowAllOrigins();
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(KeycloakSession session, ClientModel client) {
        keycloaks.checkAllowedOrigins(session, client);
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(AccessToken token) {
        check.run();
        keycloaks.checkAllowedOrigins(token);
        return this;
    }

    @Override
    public Cors checkAllowedOrigins(List<String> allowedOrigins) {
        keycloaks.checkAllowedOrigins(allowedOrigins);
        return this;
    }

    @Override
    public Cors allowedMethods(String... allowedMethods) {
        keycloaks.allowedMethods(allowedMethods);
        return this;
    }

    @Override
    public Cors exposedHeaders(String... exposedHeaders) {
        keycloaks.exposedHeaders(exposedHeaders);
        return this;
    }

    @Override
    public void add() {
        keycloaks.add();
    }

    @Override
    public void close() {
        keycloaks.close();
    }
}
