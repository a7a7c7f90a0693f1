package com.micloud.signin.acceptance.harness.application;

import com.micloud.signin.acceptance.harness.Json;
import com.micloud.signin.acceptance.harness.Parameters;
import com.micloud.signin.acceptance.harness.Tab;
import com.micloud.signin.acceptance.harness.portal.Account;
import com.micloud.signin.acceptance.harness.portal.Http;
import com.micloud.signin.acceptance.harness.portal.Portal;
import com.micloud.signin.acceptance.harness.portal.User;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An OIDC application as its developer writes it: PKCE, state, nonce, and tokens that are verified. */
public final class OidcApplication {
    /** Where every application of the tests takes its answers. */
    public static final URI CALLBACK = URI.create("http://127.0.0.1:9999/callback");

    private final Portal portal;
    private final String clientId;
    private final String secret;
    private final URI callback;
    private final Map<String, String> extra;

    private OidcApplication(Portal portal, String clientId, String secret, URI callback, Map<String, String> extra) {
        this.portal = portal;
        this.clientId = clientId;
        this.secret = secret;
        this.callback = callback;
        this.extra = extra;
    }

    /** The application with this client id; a secret is looked up where the realm wants one. */
    public static OidcApplication of(Portal portal, String clientId) {
        return new OidcApplication(portal, clientId, portal.admin().secret(clientId), CALLBACK, Map.of());
    }

    /** A new public web application. */
    public static OidcApplication made(Portal portal) {
        return made(portal, Map.of());
    }

    /** A new public web application with these attributes. */
    public static OidcApplication made(Portal portal, Map<String, String> attributes) {
        return of(portal, portal.admin().application(attributes));
    }

    /** An application that the realm does not know. */
    public static OidcApplication unknown(Portal portal, String clientId) {
        return new OidcApplication(portal, clientId, "", CALLBACK, Map.of());
    }

    /** The same application with one more parameter on its authorization requests, or another value of one. */
    public OidcApplication with(String name, String value) {
        var more = new LinkedHashMap<>(extra);
        more.put(name, value);
        return new OidcApplication(portal, clientId, secret, callback, more);
    }

    /** The same application, which takes its answers at this address instead. */
    public OidcApplication answeredAt(URI otherCallback) {
        return new OidcApplication(portal, clientId, secret, otherCallback, extra);
    }

    /** The same application with one parameter less on its authorization requests. */
    public OidcApplication without(String... names) {
        var application = this;
        for (var name : names) {
            application = application.with(name, "");
        }
        return application;
    }

    /** The client id. */
    public String clientId() {
        return clientId;
    }

    /** Makes a new authorization request. */
    public Attempt begin() {
        return begin(new Nonce().getValue(), new CodeVerifier().getValue());
    }

    /** Makes another authorization request with the nonce and the PKCE challenge of an earlier one. */
    public Attempt beginLike(Attempt earlier) {
        return begin(
                earlier.nonce(), earlier.verifier().isEmpty() ? new CodeVerifier().getValue() : earlier.verifier());
    }

    private Attempt begin(String nonce, String codeVerifier) {
        var state = new State();
        var verifier = new CodeVerifier(codeVerifier);
        var request = new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(clientId))
                .endpointURI(portal.oidc("auth"))
                .redirectionURI(callback)
                .scope(new Scope("openid"))
                .state(state)
                .customParameter("nonce", nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();
        var parameters = Parameters.of(request.toURI());
        parameters.putAll(extra);
        parameters.values().removeIf(String::isEmpty);
        return new Attempt(
                authorization(parameters),
                state.getValue(),
                parameters.getOrDefault("nonce", ""),
                parameters.containsKey("code_challenge") ? codeVerifier : "");
    }

    /** The same attempt with its request pushed to the portal beforehand (RFC 9126). */
    public Attempt push(Attempt attempt) {
        var answer = post("ext/par/request", Parameters.of(attempt.url()));
        if (answer.statusCode() != 201) {
            throw new AssertionError("The pushed request was answered " + answer.statusCode() + ": " + answer.body());
        }
        var reference = Json.read(answer.body()).get("request_uri").asText();
        return attempt.at(authorization(Map.of("client_id", clientId, "request_uri", reference)));
    }

    /** The same attempt with its request in a request object, unsigned as Keycloak takes it by default (RFC 9101). */
    public Attempt inRequestObject(Attempt attempt) {
        var claims = new JWTClaimsSet.Builder();
        Parameters.of(attempt.url()).forEach(claims::claim);
        return attempt.at(authorization(Map.of(
                "client_id",
                clientId,
                "response_type",
                "code",
                "scope",
                "openid",
                "request",
                new PlainJWT(claims.build()).serialize())));
    }

    private URI authorization(Map<String, String> parameters) {
        return URI.create(portal.oidc("auth") + "?" + Parameters.encode(parameters));
    }

    /** Signs somebody in for their account, by the password where one is asked for, and redeems the code. */
    public Tokens signIn(Tab tab, User user) {
        return signIn(tab, user, user.account());
    }

    /** Signs somebody in for an account, by the password where one is asked for, and redeems the code. */
    public Tokens signIn(Tab tab, User user, Account account) {
        var attempt = begin();
        enter(tab, attempt, user, account);
        return redeem(attempt, tab);
    }

    /** Takes somebody through the pages of an attempt for their account. */
    public static void enter(Tab tab, Attempt attempt, User user) {
        enter(tab, attempt, user, user.account());
    }

    /** Takes somebody through the pages of an attempt, as far as username, account and password lead. */
    public static void enter(Tab tab, Attempt attempt, User user, Account account) {
        tab.open(attempt.url());
        if (tab.has("username")) {
            tab.username(user.username());
        }
        if (tab.has("account")) {
            tab.pickAccount(account.number());
        }
        if (tab.has("password")) {
            tab.password(user.password());
        }
    }

    /** Takes the tab's arrival, checks state and issuer, and redeems the code. */
    public Tokens redeem(Attempt attempt, Tab tab) {
        return redeem(attempt, tab.arrival()).tokens();
    }

    /** Takes the address that the browser was sent to, checks state and issuer, and redeems the code. */
    public TokenAnswer redeem(Attempt attempt, URI arrival) {
        if (!arrival.toString().startsWith(callback.toString())) {
            throw new AssertionError("Not the application's address: " + arrival);
        }
        var answer = answer(attempt, arrival);
        if (!answer.indicatesSuccess()) {
            throw new AssertionError("No code: " + arrival);
        }
        var verifier = attempt.verifier().isEmpty() ? null : new CodeVerifier(attempt.verifier());
        var code = answer.toSuccessResponse().getAuthorizationCode();
        return tokens(new AuthorizationCodeGrant(code, callback, verifier), Map.of(), attempt.nonce());
    }

    /** The standard error that the browser brought instead of a code. */
    public String refusal(Attempt attempt, URI arrival) {
        return answer(attempt, arrival).toErrorResponse().getErrorObject().getCode();
    }

    private AuthenticationResponse answer(Attempt attempt, URI arrival) {
        try {
            var answer = AuthenticationResponseParser.parse(arrival);
            if (!new State(attempt.state()).equals(answer.getState())) {
                throw new AssertionError("The state is not the one that was sent: " + arrival);
            }
            if (!new Issuer(portal.issuer()).equals(answer.getIssuer())) {
                throw new AssertionError("The issuer is not the portal: " + arrival);
            }
            return answer;
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new AssertionError("Not an answer to a request: " + arrival, e);
        }
    }

    /** The tokens that the browser itself brought (implicit and hybrid flow). */
    public Tokens brought(Attempt attempt, URI arrival) {
        var answer = Parameters.of(arrival);
        return new Tokens(
                answer.get("access_token"),
                "",
                answer.get("id_token"),
                idClaims(answer.get("id_token"), attempt.nonce()),
                accessClaims(answer.get("access_token")));
    }

    /** Uses a refresh token. */
    public TokenAnswer refresh(Tokens tokens) {
        return refresh(tokens, Map.of());
    }

    /** Uses a refresh token, with further parameters. */
    public TokenAnswer refresh(Tokens tokens, Map<String, String> more) {
        return tokens(new RefreshTokenGrant(new RefreshToken(tokens.refreshToken())), more, "");
    }

    /** Asks the token endpoint for any other grant. */
    public TokenAnswer grant(Map<String, String> parameters) {
        return tokens(new LinkedHashMap<>(parameters), "");
    }

    /** Asks the userinfo endpoint. */
    public Map<String, Object> userinfo(Tokens tokens) {
        try {
            var request = new UserInfoRequest(portal.oidc("userinfo"), new BearerAccessToken(tokens.accessToken()));
            var answer = UserInfoResponse.parse(request.toHTTPRequest().send());
            if (!answer.indicatesSuccess()) {
                throw new AssertionError(
                        "Userinfo answered " + answer.toErrorResponse().getErrorObject());
            }
            return answer.toSuccessResponse().getUserInfo().toJSONObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new AssertionError("Not an answer of a userinfo endpoint", e);
        }
    }

    /** Asks the introspection endpoint about somebody's access token; only an application with a secret may. */
    public Map<String, Object> introspect(Tokens tokens) {
        return introspect(tokens, Map.of());
    }

    /** Asks the introspection endpoint, with further parameters. */
    public Map<String, Object> introspect(Tokens tokens, Map<String, String> more) {
        var form = new LinkedHashMap<>(more);
        form.put("token", tokens.accessToken());
        return Json.map(post("token/introspect", form).body());
    }

    /** Revokes the refresh token: the application's own log-out. */
    public void revoke(Tokens tokens) {
        var token = new RefreshToken(tokens.refreshToken());
        var request = secret.isEmpty()
                ? new TokenRevocationRequest(portal.oidc("revoke"), new ClientID(clientId), token)
                : new TokenRevocationRequest(portal.oidc("revoke"), authentication(), token);
        try {
            var answer = request.toHTTPRequest().send();
            if (!answer.indicatesSuccess()) {
                throw new AssertionError("Revocation answered " + answer.getStatusCode() + ": " + answer.getBody());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address that logs out through the browser. */
    public URI logoutUrl(Tokens tokens) {
        try {
            return new LogoutRequest(portal.oidc("logout"), JWTParser.parse(tokens.idToken())).toURI();
        } catch (ParseException e) {
            throw new AssertionError("Not an ID token", e);
        }
    }

    /** The address that logs out through the browser and leads back to the application. */
    public URI logoutUrl(Tokens tokens, String state) {
        try {
            var idToken = JWTParser.parse(tokens.idToken());
            return new LogoutRequest(portal.oidc("logout"), idToken, callback, new State(state)).toURI();
        } catch (ParseException e) {
            throw new AssertionError("Not an ID token", e);
        }
    }

    /** Verifies the token with which the portal tells this application that a session has ended. */
    public LogoutTokenClaimsSet logoutClaims(String token) {
        try {
            return new LogoutTokenValidator(
                            new Issuer(portal.issuer()), new ClientID(clientId), JWSAlgorithm.RS256, keys())
                    .validate(JWTParser.parse(token));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("The logout token is not valid", e);
        }
    }

    private TokenAnswer tokens(AuthorizationGrant grant, Map<String, String> more, String nonce) {
        var request = secret.isEmpty()
                ? new TokenRequest.Builder(portal.oidc("token"), new ClientID(clientId), grant)
                : new TokenRequest.Builder(portal.oidc("token"), authentication(), grant);
        more.forEach(request::customParameter);
        try {
            var http = request.build().toHTTPRequest().send();
            var answer = OIDCTokenResponseParser.parse(http);
            if (!answer.indicatesSuccess()) {
                var error = answer.toErrorResponse().getErrorObject();
                return new TokenAnswer.Refused(
                        http.getStatusCode(),
                        Objects.toString(error.getCode(), ""),
                        Objects.toString(error.getDescription(), ""));
            }
            var tokens = answer.toSuccessResponse().getTokens();
            var idToken = tokens instanceof OIDCTokens oidc ? oidc.getIDTokenString() : "";
            var refreshToken = tokens.getRefreshToken();
            return new TokenAnswer.Given(new Tokens(
                    tokens.getAccessToken().getValue(),
                    refreshToken == null ? "" : refreshToken.getValue(),
                    idToken,
                    idToken.isEmpty() ? Map.of() : idClaims(idToken, nonce),
                    accessClaims(tokens.getAccessToken().getValue())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw new AssertionError("Not an answer of a token endpoint", e);
        }
    }

    private ClientAuthentication authentication() {
        return new ClientSecretPost(new ClientID(clientId), new Secret(secret));
    }

    private TokenAnswer tokens(Map<String, String> form, String nonce) {
        var answer = post("token", form);
        var body = Json.read(answer.body());
        if (answer.statusCode() != 200) {
            return new TokenAnswer.Refused(
                    answer.statusCode(),
                    body.path("error").asText(""),
                    body.path("error_description").asText(""));
        }
        var idToken = body.path("id_token").asText("");
        var accessToken = body.path("access_token").asText();
        return new TokenAnswer.Given(new Tokens(
                accessToken,
                body.path("refresh_token").asText(""),
                idToken,
                idToken.isEmpty() ? Map.of() : idClaims(idToken, nonce),
                accessClaims(accessToken)));
    }

    private HttpResponse<String> post(String endpoint, Map<String, String> form) {
        form.put("client_id", clientId);
        if (!secret.isEmpty()) {
            form.put("client_secret", secret);
        }
        return Http.send(HttpRequest.newBuilder(portal.oidc(endpoint))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Parameters.encode(form))));
    }

    private Map<String, Object> idClaims(String token, String nonce) {
        try {
            var validator = new IDTokenValidator(
                    new Issuer(portal.issuer()), new ClientID(clientId), JWSAlgorithm.RS256, keys());
            validator.setMaxClockSkew(validator.getMaxClockSkew()
                    + Math.toIntExact(portal.clock().ahead().toSeconds()));
            var claims = validator.validate(JWTParser.parse(token), nonce.isEmpty() ? null : new Nonce(nonce));
            return claims.toJSONObject();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("The ID token is not valid", e);
        }
    }

    private Map<String, Object> accessClaims(String token) {
        try {
            var processor = new DefaultJWTProcessor<SecurityContext>();
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys())));
            return processor.process(SignedJWT.parse(token), null).toJSONObject();
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new AssertionError("The access token is not valid", e);
        }
    }

    private JWKSet keys() throws ParseException {
        return JWKSet.parse(
                Http.send(HttpRequest.newBuilder(portal.oidc("certs"))).body());
    }
}
