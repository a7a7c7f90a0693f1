package com.micloud.signin.acceptance.harness.provider;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Names;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.plain.PlainPage;
import com.micloud.signin.acceptance.harness.plain.PlainTab;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A customer's OpenID Connect provider that signs somebody in without asking, or answers as spoilt as a test wants. It is
 * strict with the portal: secret, redirect address and PKCE must be right.
 */
public final class StandInOidcProvider implements StandInProvider {
    private static final String CLIENT = "portal-at-provider";

    private final ProviderServer server;
    private final RSAKey key = SpareKeys.take();
    private final String alias = "oidc-" + Names.word();
    private final String secret = Names.word();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<Map<String, String>> logOuts = Collections.synchronizedList(new ArrayList<>());
    private final List<Map<String, String>> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Consumer<JWTClaimsSet.Builder> person = claims -> {};
    private volatile Consumer<JWTClaimsSet.Builder> spoiling = claims -> {};
    private volatile TokenSigning signing = TokenSigning.OWN_KEY;
    private volatile UnaryOperator<Map<String, Object>> tokenChange = UnaryOperator.identity();
    private volatile UnaryOperator<String> redirection = UnaryOperator.identity();
    private volatile Map<String, Object> userinfo = Map.of();
    private volatile Map<String, String> refusal = Map.of();
    private volatile Optional<Failure> tokenFailure = Optional.empty();
    private volatile Optional<Failure> keyFailure = Optional.empty();
    private volatile Duration proofAge = Duration.ZERO;
    private volatile boolean pausing;

    /** A provider that runs until it is closed. */
    public StandInOidcProvider() {
        this(ProviderServer.start());
    }

    private StandInOidcProvider(ProviderServer server) {
        this.server = server;
        server.at("/authorize", this::authorize);
        server.at("/logout", this::logOut);
        server.at("/token", this::token);
        server.at("/userinfo", question -> ProviderServer.Answer.json(200, Json.write(userinfo)));
        server.at("/keys", question -> keyFailure
                .map(Failure::answer)
                .orElseGet(() -> ProviderServer.Answer.json(200, new JWKSet(key.toPublicJWK()).toString())));
    }

    /** A provider whose server shows a certificate that nobody vouches for. */
    public static StandInOidcProvider withUntrustedCertificate() {
        return new StandInOidcProvider(ProviderServer.startWithTls(Keys.make()));
    }

    /** A provider whose server shows a certificate that has expired. */
    public static StandInOidcProvider withExpiredCertificate() {
        return new StandInOidcProvider(ProviderServer.startWithTls(Keys.expired()));
    }

    @Override
    public String alias() {
        return alias;
    }

    /** Its address. */
    public String address() {
        return server.address();
    }

    /** The public key that it signs with, as the operator of the portal can enter it in place of an address. */
    public String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(key.toPublicKey().getEncoded());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String type() {
        return "oidc";
    }

    @Override
    public Map<String, String> config() {
        var config = new LinkedHashMap<String, String>();
        config.put("issuer", server.address());
        config.put("authorizationUrl", server.address() + "/authorize");
        config.put("tokenUrl", server.address() + "/token");
        config.put("userInfoUrl", server.address() + "/userinfo");
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
        return config;
    }

    @Override
    public String subjectOf(String name) {
        return "subject-of-" + name;
    }

    @Override
    public StandInOidcProvider signsIn(String name) {
        return signsIn(subjectOf(name), name);
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

    /** From now on people have proved themselves here so long ago. */
    public StandInOidcProvider provedAgo(Duration age) {
        proofAge = age;
        return this;
    }

    /** From now on ID tokens are signed like this. */
    public StandInOidcProvider signing(TokenSigning way) {
        signing = way;
        return this;
    }

    /** From now on the answer of the token endpoint is changed like this. */
    public StandInOidcProvider answeringTokens(UnaryOperator<Map<String, Object>> change) {
        tokenChange = change;
        return this;
    }

    /** From now on the query with which the browser is sent back is changed like this. */
    public StandInOidcProvider sendingBackWith(UnaryOperator<String> change) {
        redirection = change;
        return this;
    }

    /** From now on the userinfo endpoint says this, to whoever asks. */
    public StandInOidcProvider userinfo(Map<String, Object> claims) {
        userinfo = Map.copyOf(claims);
        return this;
    }

    /** From now on the browser is sent back with this error. */
    public StandInOidcProvider refusing(String error) {
        refusal = Map.of("error", error, "error_description", "The stand-in provider was told to refuse");
        return this;
    }

    /** From now on the token endpoint fails like this. */
    public StandInOidcProvider failingTokens(Failure failure) {
        tokenFailure = Optional.of(failure);
        return this;
    }

    /** From now on the endpoint with the keys fails like this. */
    public StandInOidcProvider failingKeys(Failure failure) {
        keyFailure = Optional.of(failure);
        return this;
    }

    /** From now on the browser stays at the provider; {@link #answer()} is where it would have been sent. */
    public StandInOidcProvider pausing() {
        pausing = true;
        return this;
    }

    /** From now on everything is in order again. */
    public StandInOidcProvider recovered() {
        spoiling = claims -> {};
        proofAge = Duration.ZERO;
        signing = TokenSigning.OWN_KEY;
        tokenChange = UnaryOperator.identity();
        redirection = UnaryOperator.identity();
        refusal = Map.of();
        tokenFailure = Optional.empty();
        keyFailure = Optional.empty();
        pausing = false;
        return this;
    }

    /** The authorization requests that came in. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    /** The authorization request that came in last. */
    public Map<String, String> lastRequest() {
        return requests.get(requests.size() - 1);
    }

    /** The setting by which the portal knows where this provider ends its sessions. */
    public Map<String, String> endingSessions() {
        return Map.of("logoutUrl", server.address() + "/logout");
    }

    /** The requests to end a session that came in. */
    public List<Map<String, String>> logOuts() {
        return List.copyOf(logOuts);
    }

    /** Where the browser is sent when its session has ended, in answer to the last request. */
    public URI signedOut() {
        var request = logOuts.get(logOuts.size() - 1);
        return URI.create(request.get("post_logout_redirect_uri") + "?"
                + Parameters.encode(Map.of("state", request.getOrDefault("state", ""))));
    }

    /** The token with which a provider tells the portal that a session has ended (Back-Channel Logout 1.0). */
    public String logoutToken(Consumer<JWTClaimsSet.Builder> change) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(server.address())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(120)))
                .jwtID(Names.word())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        change.accept(claims);
        return signing.sign(claims.build(), key);
    }

    /** Sends the portal a token that says that a session has ended, and reads the answer. */
    public static PlainPage tell(Portal portal, String token) {
        return PlainTab.wantingPages()
                .browser()
                .post(portal.oidc("logout/backchannel-logout"), Map.of("logout_token", token));
    }

    /** Where the browser is sent in answer to the last request, with a new code. */
    public URI answer() {
        return answerTo(lastRequest());
    }

    /** Where the browser is sent in answer to a request, with a new code. */
    public URI answerTo(Map<String, String> request) {
        var answer = new LinkedHashMap<String, String>();
        answer.put("state", request.getOrDefault("state", ""));
        if (refusal.isEmpty()) {
            var code = Names.word();
            codes.put(code, request);
            answer.put("code", code);
        } else {
            answer.putAll(refusal);
        }
        return URI.create(request.get("redirect_uri") + "?" + redirection.apply(Parameters.encode(answer)));
    }

    @Override
    public void close() {
        server.close();
        SpareKeys.giveBack(key);
    }

    private ProviderServer.Answer authorize(ProviderServer.Question question) {
        requests.add(question.parameters());
        if (!question.get("client_id").equals(CLIENT)
                || question.get("code_challenge").isEmpty()) {
            return ProviderServer.Answer.page(400, "<h1>Bad request</h1>");
        }
        return pausing
                ? ProviderServer.Answer.page(200, "<h1>Provider</h1>")
                : ProviderServer.Answer.redirect(answerTo(question.parameters()).toString());
    }

    private ProviderServer.Answer logOut(ProviderServer.Question question) {
        logOuts.add(question.parameters());
        return pausing
                ? ProviderServer.Answer.page(200, "<h1>Signed out of the provider</h1>")
                : ProviderServer.Answer.redirect(signedOut().toString());
    }

    private ProviderServer.Answer token(ProviderServer.Question question) {
        if (tokenFailure.isPresent()) {
            return tokenFailure.get().answer();
        }
        var request = codes.remove(question.get("code"));
        if (!question.get("client_id").equals(CLIENT)
                || !question.get("client_secret").equals(secret)
                || request == null
                || !request.get("redirect_uri").equals(question.get("redirect_uri"))
                || !proved(request.get("code_challenge"), question.get("code_verifier"))) {
            return ProviderServer.Answer.json(400, "{\"error\":\"invalid_grant\"}");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", Names.word());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", 300);
        answer.put("id_token", idToken(request.getOrDefault("nonce", "")));
        return ProviderServer.Answer.json(200, Json.write(tokenChange.apply(answer)));
    }

    private String idToken(String nonce) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(server.address())
                .audience(CLIENT)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("auth_time", Instant.now().minus(proofAge).getEpochSecond())
                .claim("nonce", nonce);
        person.accept(claims);
        spoiling.accept(claims);
        return signing.sign(claims.build(), key);
    }

    private static boolean proved(String challenge, String verifier) {
        return !verifier.isEmpty()
                && CodeChallenge.compute(CodeChallengeMethod.S256, new CodeVerifier(verifier))
                        .getValue()
                        .equals(challenge);
    }
}
