package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A customer's OpenID Connect provider that signs somebody in without asking, or answers as spoilt as a test wants. It is
 * strict with the portal: secret, redirect address and PKCE must be right.
 */
public final class StandInOidcProvider implements AutoCloseable {
    private static final int DROPPED = 0;
    private static final String CLIENT = "portal-at-provider";

    private final ProviderServer server = new ProviderServer();
    private final RSAKey key = newKey();
    private final String alias = "oidc-" + Names.word();
    private final String secret = Names.word();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<JWTClaimsSet.Builder> person = claims -> {};
    private volatile Consumer<JWTClaimsSet.Builder> spoiling = claims -> {};
    private volatile RSAKey signingKey = key;
    private volatile Map<String, String> refusal = Map.of();
    private volatile int tokenStatus = 200;

    /** A provider that runs until it is closed. */
    public StandInOidcProvider() {
        server.at("/authorize", this::authorize);
        server.at("/token", this::token);
        server.at("/keys", question -> ProviderServer.Answer.json(200, new JWKSet(key.toPublicJWK()).toString()));
    }

    /** Its alias at the portal. */
    public String alias() {
        return alias;
    }

    /** The identity provider as the operator of the portal enters it. */
    public Map<String, Object> representation() {
        var config = new LinkedHashMap<String, String>();
        config.put("issuer", server.address());
        config.put("authorizationUrl", server.address() + "/authorize");
        config.put("tokenUrl", server.address() + "/token");
        config.put("jwksUrl", server.address() + "/keys");
        config.put("useJwksUrl", "true");
        config.put("validateSignature", "true");
        config.put("clientId", CLIENT);
        config.put("clientSecret", secret);
        config.put("clientAuthMethod", "client_secret_post");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("loginHint", "true");
        config.put("disableUserInfo", "true");
        config.put("defaultScope", "openid profile email");
        config.put("syncMode", "IMPORT");
        return Map.of(
                "alias",
                alias,
                "displayName",
                "Provider " + alias,
                "providerId",
                "oidc",
                "enabled",
                true,
                "trustEmail",
                false,
                "hideOnLogin",
                true,
                "firstBrokerLoginFlowAlias",
                "micloud first broker login",
                "config",
                config);
    }

    /** From now on this person is signed in. */
    public StandInOidcProvider signsIn(String subject, String username) {
        person = claims -> claims.subject(subject)
                .claim("preferred_username", username)
                .claim("email", username)
                .claim("given_name", "Test")
                .claim("family_name", "User");
        return this;
    }

    /** From now on the claims of the ID token are changed like this before they are signed. */
    public StandInOidcProvider spoiling(Consumer<JWTClaimsSet.Builder> change) {
        spoiling = change;
        return this;
    }

    /** From now on the ID token is signed with a key that nobody knows. */
    public StandInOidcProvider signingWithAnUnknownKey() {
        signingKey = new RSAKey.Builder(newKey()).keyID(key.getKeyID()).build();
        return this;
    }

    /** From now on the browser is sent back with this error. */
    public StandInOidcProvider refusing(String error) {
        refusal = Map.of("error", error, "error_description", "The stand-in provider was told to refuse");
        return this;
    }

    /** From now on the token endpoint answers with this status. */
    public StandInOidcProvider answeringTokensWith(int status) {
        tokenStatus = status;
        return this;
    }

    /** From now on the token endpoint drops the connection without an answer. */
    public StandInOidcProvider droppingTokenRequests() {
        return answeringTokensWith(DROPPED);
    }

    /** From now on everything is in order again. */
    public StandInOidcProvider recovered() {
        spoiling = claims -> {};
        signingKey = key;
        refusal = Map.of();
        tokenStatus = 200;
        return this;
    }

    /** The authorization requests that came in. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.close();
    }

    private ProviderServer.Answer authorize(ProviderServer.Question question) {
        requests.add(question.parameters());
        if (!question.get("client_id").equals(CLIENT)
                || question.get("code_challenge").isEmpty()) {
            return ProviderServer.Answer.page(400, "<h1>Bad request</h1>");
        }
        var answer = new LinkedHashMap<String, String>();
        answer.put("state", question.get("state"));
        if (refusal.isEmpty()) {
            var code = Names.word();
            codes.put(code, question.parameters());
            answer.put("code", code);
        } else {
            answer.putAll(refusal);
        }
        return ProviderServer.Answer.redirect(question.get("redirect_uri") + "?" + Parameters.encode(answer));
    }

    private ProviderServer.Answer token(ProviderServer.Question question) {
        if (tokenStatus == DROPPED) {
            throw new IllegalStateException("The connection is dropped, as the test wants it");
        }
        if (tokenStatus != 200) {
            return ProviderServer.Answer.json(tokenStatus, "{\"error\":\"server_error\"}");
        }
        var request = codes.remove(question.get("code"));
        if (!question.get("client_id").equals(CLIENT)
                || !question.get("client_secret").equals(secret)
                || request == null
                || !request.get("redirect_uri").equals(question.get("redirect_uri"))
                || !proved(request.get("code_challenge"), question.get("code_verifier"))) {
            return ProviderServer.Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        return ProviderServer.Answer.json(
                200,
                Json.write(Map.of(
                        "access_token",
                        Names.word(),
                        "token_type",
                        "Bearer",
                        "expires_in",
                        300,
                        "id_token",
                        idToken(request.getOrDefault("nonce", "")))));
    }

    private String idToken(String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(server.address())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce);
        person.accept(claims);
        spoiling.accept(claims);
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signingKey.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new RSASSASigner(signingKey));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static boolean proved(String challenge, String verifier) {
        return !verifier.isEmpty()
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue()
                        .equals(challenge);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(Names.word())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
