package com.micloud.signin.provider;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.logout.PendingLogout;
import com.micloud.signin.logout.ProviderLogoutAnswer;
import com.micloud.signin.logout.ProviderSession;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.OptionalLong;
import org.keycloak.OAuth2Constants;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.AuthenticationRequest;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.events.EventBuilder;
import org.keycloak.http.simple.SimpleHttpRequest;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own OpenID Connect provider, except that in a guarded realm whatever goes wrong ends on a page, that nothing
 * unchecked or older than asked for is taken, that nothing of what it says is written before the guard has judged, and that
 * its session is ended only when the user wants that.
 */
final class OidcProvider extends OIDCIdentityProvider {

    OidcProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, config);
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return GuardedRealm.is(realm)
                ? new Answers(new ProviderCallback(session, callback), realm, event, this)
                : super.callback(realm, callback, event);
    }

    /** Hands on the username as it was typed, and how new a proof the application wants (OpenID Connect Core, 3.1.2.1). */
    @Override
    protected UriBuilder createAuthorizationUrl(AuthenticationRequest request) {
        if (!GuardedRealm.is(request.getRealm())) {
            return super.createAuthorizationUrl(request);
        }
        UriBuilder address = new AuthorizationAddress(getConfig(), request.getAuthenticationSession())
                .build(() -> super.createAuthorizationUrl(request));
        OptionalLong age = new AskedProof(session, request.getAuthenticationSession()).ask();
        if (age.isPresent()) {
            address.replaceQueryParam(OIDCLoginProtocol.MAX_AGE_PARAM, age.getAsLong());
        }
        if (age.equals(OptionalLong.of(0))) {
            address.replaceQueryParam(OAuth2Constants.PROMPT, OIDCLoginProtocol.PROMPT_VALUE_LOGIN);
        }
        return address;
    }

    /** Keycloak's own rule knows no clocks that differ; {@link AskedProof} judges instead. */
    @Override
    protected boolean isAuthTimeExpired(JsonWebToken idToken, AuthenticationSessionModel signIn) {
        return !isGuarded() && super.isAuthTimeExpired(idToken, signIn);
    }

    @Override
    protected boolean verify(JWSInput token) {
        if (!isGuarded()) {
            return super.verify(token);
        }
        boolean isSigned = !UncheckedAnswer.is(getConfig()) && verifySignature(token);
        if (!isSigned) {
            ProviderFailure.note(session, "signature_invalid");
        }
        return isSigned;
    }

    @Override
    protected KeyWrapper getIdentityProviderKeyWrapper(JWSInput token) {
        boolean found = false;
        try {
            KeyWrapper key = super.getIdentityProviderKeyWrapper(token);
            found = key != null;
            return key;
        } finally {
            if (!found) {
                ProviderFailure.note(session, "signing_key_unavailable");
            }
        }
    }

    @Override
    protected JsonWebToken validateToken(String encoded, boolean ignoreAudience) {
        try {
            return super.validateToken(encoded, ignoreAudience);
        } catch (RuntimeException e) {
            ProviderFailure.note(session, fault(encoded));
            throw e;
        }
    }

    /** Which part of a refused ID token is wrong. Keycloak says so in sentences only. */
    private String fault(String encoded) {
        if (encoded == null) {
            return "id_token_missing";
        }
        JsonWebToken token;
        try {
            token = new JWSInput(encoded).readJsonContent(JsonWebToken.class);
        } catch (JWSInputException e) {
            return "id_token_unusable";
        }
        if (token == null) {
            return "id_token_unusable";
        }
        if (!token.isActive(getConfig().getAllowedClockSkew())) {
            return token.isExpired() ? "id_token_expired" : "id_token_not_yet_valid";
        }
        String client = getConfig().getClientId();
        boolean isForClient = token.hasAudience(client)
                && (token.getIssuedFor() == null || token.getIssuedFor().equals(client));
        return isForClient ? "id_token_wrong_issuer" : "id_token_wrong_audience";
    }

    @Override
    protected BrokeredIdentityContext extractIdentity(
            AccessTokenResponse tokens, String accessToken, JsonWebToken idToken) throws IOException {
        try {
            return super.extractIdentity(tokens, accessToken, idToken);
        } catch (IOException | RuntimeException e) {
            ProviderFailure.note(
                    session,
                    ProviderFailure.ofConnection(ProviderFailure.USERINFO, e).orElse("claims_unusable"));
            throw e;
        }
    }

    @Override
    public BrokeredIdentityContext getFederatedIdentity(String response) {
        ProviderFailure.forget(session);
        try {
            return super.getFederatedIdentity(response);
        } catch (IdentityBrokerException e) {
            if (e.getMessageCode() == null) {
                ProviderFailure.note(session, "token_answer_unusable");
            }
            throw e;
        }
    }

    private boolean isGuarded() {
        return GuardedRealm.isCurrent(session);
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession session, RealmModel realm, BrokeredIdentityContext context) {
        try {
            super.preprocessFederatedIdentity(session, realm, context);
        } catch (IdentityBrokerException | ErrorResponseException e) {
            ProviderFailure.note(session, "nonce_mismatch");
            throw e;
        }
        if (!GuardedRealm.is(realm)) {
            return;
        }
        ProviderWrites.requireWithheld(session, getConfig());
        BrokeredUsername.hear(context);
        // There is none where a token is exchanged.
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        if (signIn != null) {
            new AskedProof(session, signIn)
                    .require(authenticationTime(context), getConfig().getAllowedClockSkew());
        }
    }

    private static OptionalLong authenticationTime(BrokeredIdentityContext context) {
        Object time = context.getContextData().get(VALIDATED_ID_TOKEN) instanceof JsonWebToken idToken
                ? idToken.getOtherClaims().get(IDToken.AUTH_TIME)
                : null;
        return time instanceof Number seconds ? OptionalLong.of(seconds.longValue()) : OptionalLong.empty();
    }

    /** Keycloak writes the e-mail address here, before the guard. All mappers have prepared what they make by now. */
    @Override
    public void updateBrokeredUser(
            KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        if (GuardedRealm.is(realm)) {
            ProviderWrites.requireWithheld(session, getConfig());
            BrokeredUsername.note(context);
        } else {
            super.updateBrokeredUser(session, realm, user, context);
        }
    }

    @Override
    public void importNewUser(
            KeycloakSession session, RealmModel realm, UserModel user, BrokeredIdentityContext context) {
        if (GuardedRealm.is(realm)) {
            throw new IdentityBrokerException("A provider makes no users.");
        }
        super.importNewUser(session, realm, user, context);
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel signIn, BrokeredIdentityContext context) {
        super.authenticationFinished(signIn, context);
        ProviderWrites.waitForGuard(session, context);
        AccessTokenResponse tokens =
                (AccessTokenResponse) context.getContextData().get(FEDERATED_ACCESS_TOKEN_RESPONSE);
        String idToken = tokens == null || !getConfig().isSendIdTokenOnLogout() ? null : tokens.getIdToken();
        ProviderSession.ofOidc(getConfig().getAlias(), idToken == null ? "" : idToken)
                .write(signIn);
    }

    @Override
    public Response keycloakInitiatedBrowserLogout(
            KeycloakSession session, UserSessionModel ended, UriInfo uri, RealmModel realm) {
        return GuardedRealm.is(realm) ? null : super.keycloakInitiatedBrowserLogout(session, ended, uri, realm);
    }

    /** Where the answers of this provider arrive. */
    private static final class Answers extends OIDCEndpoint {

        private final KeycloakSession keycloak;
        private final OIDCIdentityProviderConfig config;

        Answers(AuthenticationCallback callback, RealmModel realm, EventBuilder event, OidcProvider provider) {
            super(callback, realm, event, provider);
            this.keycloak = provider.session;
            this.config = provider.getConfig();
        }

        @Override
        public Response authResponse(String state, String code, String error, String errorDescription) {
            if (UncheckedAnswer.is(config)) {
                return UncheckedAnswer.refuse(keycloak, config);
            }
            if (error != null) {
                ProviderFailure.note(keycloak, ProviderFailure.answered(error));
            }
            return super.authResponse(state, code, error, errorDescription);
        }

        @Override
        public SimpleHttpRequest generateTokenRequest(String code) {
            return WatchedClient.watch(keycloak, super.generateTokenRequest(code));
        }

        /** The way back of a log-out there; RP-initiated log-out knows no answer but this one. */
        @Override
        public Response logoutResponse(String state) {
            return new ProviderLogoutAnswer(keycloak, config.getAlias())
                    .accept(state == null ? "" : state, expected -> PendingLogout.State.ENDED);
        }
    }
}
