package com.micloud.signin.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.micloud.signin.Answers;
import com.micloud.signin.Fake;
import com.micloud.signin.TestNotes;
import com.micloud.signin.TestUsers;
import com.micloud.signin.session.AppVersion;
import com.micloud.signin.session.BoundAccount;
import com.micloud.signin.session.Grant;
import com.micloud.signin.session.Method;
import com.micloud.signin.session.RedemptionKey;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.TokenManager;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.token.TokenPostProcessorContext;
import org.keycloak.protocol.oidc.utils.OAuth2Code;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

@DisplayName("The account that tokens are for")
final class TokenAccountTest {

    private static final BoundAccount LEFT = new BoundAccount("org-left", new Method.Password());
    private static final BoundAccount RIGHT = new BoundAccount("org-right", new Method.ByProvider("okta"));

    /** The verifier and the challenge of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final Map<String, Object> noted = new HashMap<>();
    private final Map<String, String> notes = new HashMap<>();
    private final Map<String, JsonWebToken> tokens = new HashMap<>();
    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();
    private AuthenticationSessionModel signIn;
    private boolean offline;

    @ParameterizedTest(name = "challenge {0}, nonce {1}; redeemed with {2}, {3}: {4}")
    @CsvSource({
        "S256, n, verifier, n, true",
        "S256, , verifier, , true",
        "S256, n, verifier, m, false",
        "S256, n, verifier, , false",
        "S256, n, other, n, false",
        "S256, n, , n, false",
        "plain, n, verifier, n, true",
        ", n, , n, true",
        ", , , , true",
        ", n, verifier, n, false"
    })
    @DisplayName("is found by the verifier and the nonce of its own code, by whichever method it was challenged")
    void byCode(String method, String nonce, String verifier, String nonceOfCode, boolean found) {
        signedIn("left", LEFT, RedemptionKey.ofCode(challenge(method), nonce));
        grantType("authorization_code");
        noted.put("nonce", nonceOfCode);
        if (verifier != null) {
            form.add("code_verifier", verifier.equals("verifier") ? VERIFIER : "x".repeat(43));
        }
        assertThat(tokenAccount().forClaim()).isEqualTo(found ? Optional.of(LEFT) : Optional.empty());
    }

    private static String challenge(String method) {
        if (method == null) {
            return null;
        }
        return method.equals("S256") ? CHALLENGE : VERIFIER;
    }

    @Test
    @DisplayName("is that of the refresh token, if it belongs to this session")
    void byRefreshToken() {
        grantType("refresh_token");
        form.add("refresh_token", "mine");
        tokens.put("mine", refreshToken("session-1", grant(LEFT)));
        assertThat(tokenAccount().forClaim()).contains(LEFT);
        tokens.put("mine", refreshToken("session-2", grant(LEFT)));
        assertThat(tokenAccount().forClaim()).isEmpty();
        tokens.clear();
        assertThat(tokenAccount().forClaim()).isEmpty();
    }

    @Test
    @DisplayName("is that of the sign-in on behalf of the device")
    void byDevice() {
        signedIn("left", LEFT, RedemptionKey.ofDevice("device-code"));
        grantType("urn:ietf:params:oauth:grant-type:device_code");
        form.add("device_code", "device-code");
        assertThat(tokenAccount().forClaim()).contains(LEFT);
        form.putSingle("device_code", "another");
        assertThat(tokenAccount().forClaim()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"password", "client_credentials", "urn:openid:params:grant-type:ciba", "authorization-code"})
    @DisplayName("is none where no sign-in of ours is behind the grant, whatever the form says")
    void otherGrants(String grantType) {
        signedIn("left", LEFT, RedemptionKey.ofCode(null, null));
        signIn = signInTo(RIGHT);
        grantType(grantType);
        form.add("grant_type", "authorization_code");
        assertThat(tokenAccount().forClaim()).isEmpty();
        assertThat(tokenAccount().issuedBySignIn()).isFalse();
    }

    @Test
    @DisplayName("is that of the sign-in itself where tokens come straight from it")
    void bySignIn() {
        assertThat(tokenAccount().forClaim()).isEmpty();
        assertThat(tokenAccount().issuedBySignIn()).isFalse();
        signIn = signInTo(RIGHT);
        assertThat(tokenAccount().forClaim()).contains(RIGHT);
        assertThat(tokenAccount().issuedBySignIn()).isTrue();
        grantType("authorization_code");
        assertThat(tokenAccount().issuedBySignIn()).isFalse();
    }

    @Test
    @DisplayName("is that of the refresh token in a long session, for which Keycloak drops the grant")
    void offline() {
        offline = true;
        signIn = signInTo(RIGHT);
        form.add("refresh_token", "mine");
        tokens.put("mine", refreshToken("session-1", grant(LEFT)));
        assertThat(tokenAccount().forClaim()).contains(LEFT);
        assertThat(tokenAccount().issuedBySignIn()).isFalse();
    }

    @Test
    @DisplayName("is in the end that of the code or the refresh token that Keycloak has verified")
    void verified() {
        signedIn("left", LEFT, RedemptionKey.ofCode(CHALLENGE, "n"));
        signedIn("right", RIGHT, RedemptionKey.ofCode(VERIFIER, "n"));
        signIn = signInTo(RIGHT);
        assertThat(account(issuing(code(CHALLENGE, "n"), null))).contains(LEFT);
        assertThat(account(issuing(code(VERIFIER, "n"), null))).contains(RIGHT);
        assertThat(account(issuing(code(CHALLENGE, "m"), null))).isEmpty();
        assertThat(account(issuing(null, refreshToken("session-1", grant(LEFT)))))
                .contains(LEFT);
        assertThat(account(issuing(null, null))).contains(RIGHT);
    }

    @ParameterizedTest(name = "claimed {0}, issued for {1}: {2}")
    @CsvSource({", left, false", ", , false", "right, right, false", "right, left, true", "right, , true"})
    @DisplayName("is claimed beside where a mapper has told another one than the tokens are for")
    void claimedBeside(String claimed, String issued, boolean beside) {
        if (claimed != null) {
            signIn = signInTo(RIGHT);
            assertThat(tokenAccount().forClaim()).contains(RIGHT);
        }
        Optional<Grant> grant = Optional.ofNullable(issued).map(side -> grant(side.equals("left") ? LEFT : RIGHT));
        assertThat(tokenAccount().claimedBeside(grant)).isEqualTo(beside);
    }

    @Test
    @DisplayName("is forgotten with its code, once that is redeemed, and only that")
    void redeemed() {
        signedIn("left", LEFT, RedemptionKey.ofCode(CHALLENGE, "n"));
        signedIn("right", RIGHT, RedemptionKey.ofCode(CHALLENGE, "m"));
        signedIn("ancient", RIGHT, RedemptionKey.ofCode(null, null), Time.currentTimeMillis() - 86_400_000);
        TokenPostProcessorContext issued = issuing(code(CHALLENGE, "n"), null);
        tokenAccount().redeemed(issued, tokenAccount().of(issued).orElseThrow());
        assertThat(notes).containsOnlyKeys("micloud.open.right");
    }

    @Test
    @DisplayName("is forgotten with its device code too; a refresh only clears what will never be redeemed")
    void redeemedOtherwise() {
        signedIn("left", LEFT, RedemptionKey.ofDevice("device-code"));
        signedIn("ancient", RIGHT, RedemptionKey.ofCode(null, null), Time.currentTimeMillis() - 86_400_000);
        grantType("refresh_token");
        tokenAccount().redeemed(issuing(null, refreshToken("session-1", grant(LEFT))), grant(LEFT));
        assertThat(notes).containsOnlyKeys("micloud.open.left");
        grantType("urn:ietf:params:oauth:grant-type:device_code");
        form.add("device_code", "device-code");
        TokenPostProcessorContext issued = issuing(null, null);
        tokenAccount().redeemed(issued, tokenAccount().of(issued).orElseThrow());
        assertThat(notes).isEmpty();
    }

    @Test
    @DisplayName("is forgotten with every code of the same key, once one of them is refused")
    void refused() {
        signedIn("left", LEFT, RedemptionKey.ofCode(CHALLENGE, "n"));
        signedIn("right", RIGHT, RedemptionKey.ofCode(CHALLENGE, "n"));
        signedIn("third", RIGHT, RedemptionKey.ofCode(CHALLENGE, "m"));
        tokenAccount().refused(issuing(null, null));
        assertThat(notes).hasSize(3);
        tokenAccount().refused(issuing(code(CHALLENGE, "n"), null));
        assertThat(notes).containsOnlyKeys("micloud.open.third");
    }

    private void grantType(String grantType) {
        noted.put("grant_type", grantType);
    }

    private void signedIn(String tab, BoundAccount account, RedemptionKey key) {
        signedIn(tab, account, key, Time.currentTimeMillis());
    }

    private void signedIn(String tab, BoundAccount account, RedemptionKey key, long time) {
        AuthenticationSessionModel opened = TestNotes.ofTab(tab);
        Grant.of(opened, account, AppVersion.none(), time).bind(opened, key);
        opened.getClientNotes().forEach((name, value) -> {
            if (name.startsWith("micloud.open.")) {
                notes.put(name, value);
            }
        });
    }

    private static AuthenticationSessionModel signInTo(BoundAccount account) {
        AuthenticationSessionModel opened = TestNotes.ofTab("this");
        Grant.of(opened, account, AppVersion.none(), 1).bind(opened, RedemptionKey.ofCode(null, null));
        return opened;
    }

    private static Grant grant(BoundAccount account) {
        return new Grant("tab.1", 1, AppVersion.none(), account);
    }

    private static RefreshToken refreshToken(String sessionId, Grant grant) {
        RefreshToken token = new RefreshToken(new AccessToken(), null, TokenUtil.TOKEN_TYPE_REFRESH);
        token.setSessionId(sessionId);
        BoundGrant.pin(token, grant);
        return token;
    }

    private static OAuth2Code code(String challenge, String nonce) {
        return OAuth2Code.deserializeCode(
                Map.of("id", "1", "exp", "1", "nonce", nonce, "code_challenge", challenge, "user_session_id", "x"));
    }

    private Optional<BoundAccount> account(TokenPostProcessorContext issuing) {
        return tokenAccount().of(issuing).map(Grant::account);
    }

    private TokenPostProcessorContext issuing(OAuth2Code code, RefreshToken used) {
        return new TokenPostProcessorContext(code, used, null, null, context());
    }

    private TokenAccount tokenAccount() {
        return new TokenAccount(session(), context());
    }

    private KeycloakSession session() {
        KeycloakContext context = Fake.of(
                KeycloakContext.class,
                Map.of(
                        "getHttpRequest",
                        Fake.of(HttpRequest.class, Map.of("getDecodedFormParameters", form)),
                        "getAuthenticationSession",
                        signIn == null ? Fake.NULL : signIn));
        return Fake.of(
                KeycloakSession.class,
                Map.of(
                        "getContext",
                        context,
                        "tokens",
                        Answers.by(TokenManager.class, (method, arguments) -> tokens.get(arguments[0]))));
    }

    private ClientSessionContext context() {
        return Answers.by(ClientSessionContext.class, (method, arguments) -> switch (method) {
            case "getClientSession" -> clientSession();
            case "getAttribute" -> noted.get(arguments[0]);
            case "setAttribute" -> noted.put((String) arguments[0], arguments[1]);
            default -> throw Answers.unexpected(method);
        });
    }

    private AuthenticatedClientSessionModel clientSession() {
        return Answers.by(AuthenticatedClientSessionModel.class, (method, arguments) -> switch (method) {
            case "getNotes" -> Map.copyOf(notes);
            case "removeNote" -> notes.remove(arguments[0]);
            case "getRealm" -> Fake.of(RealmModel.class, Map.of("getAccessCodeLifespan", 60));
            case "getClient" -> Fake.of(ClientModel.class, Map.of("isConsentRequired", false));
            case "getUserSession" ->
                Fake.of(
                        UserSessionModel.class,
                        Map.of("getId", "session-1", "isOffline", offline, "getUser", TestUsers.named("alex")));
            default -> throw Answers.unexpected(method);
        });
    }
}
