package com.micloud.signin.logout;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocolService;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.endpoints.LogoutEndpoint;
import org.keycloak.protocol.oidc.utils.AuthorizeClientUtil;
import org.keycloak.representations.IDToken;
import org.keycloak.representations.RefreshToken;
import org.keycloak.services.CorsErrorResponseException;
import org.keycloak.services.cors.Cors;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.TokenUtil;

/**
 * Keycloak's log-out of OpenID Connect. In a guarded realm it also ends the long session of the application whose ID
 * token is the hint, and the session of this browser if the hint names another one. It needs no provider.
 */
final class OidcLogout extends LogoutEndpoint {

    /** Event detail: that a long session of the application ended. */
    private static final String LONG_SESSION = "micloud_long_session";

    // Where Keycloak keeps the code of the form that is out.
    private static final String ACTIVE_CODE = "active_code";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final TokenManager tokens;
    private final EventBuilder event;

    /**
     * What an ID token says about who is to be logged out.
     *
     * @param sessionId the session; empty when it names none
     * @param clientId the application it was made for
     */
    private record Hint(String sessionId, String clientId) {

        static Hint none() {
            return new Hint("", "");
        }
    }

    OidcLogout(KeycloakSession session, TokenManager tokens, EventBuilder event) {
        super(session, tokens, event);
        this.session = session;
        this.realm = session.getContext().getRealm();
        this.tokens = tokens;
        this.event = event;
    }

    @Override
    public Response logout(
            String idToken, String clientId, String returnTo, String state, String locales, String initiator) {
        if (!GuardedRealm.is(realm)) {
            return super.logout(idToken, clientId, returnTo, state, locales, initiator);
        }
        Hint hint = idToken == null ? Hint.none() : read(idToken);
        Optional<UserSessionModel> browser = BrowserSession.of(session, realm);
        Response answer = LogoutWithoutProvider.finish(
                session,
                List.of(named(hint), browser),
                () -> super.logout(idToken, clientId, returnTo, state, locales, initiator));
        if (!LogOutQuestion.isAsked(session)) {
            endTheRest(answer, hint, browser);
        }
        return answer;
    }

    /**
     * Log-out by a refresh token, without a browser. Of a long session Keycloak ends all that is in it, other applications
     * included; here it ends the application's own part (spec: "Coming back").
     *
     * @return 204, or an OAuth error
     */
    @Override
    public Response logout() {
        return GuardedRealm.is(realm) && isOfLongSession() ? signOutOfLongSession() : super.logout();
    }

    private boolean isOfLongSession() {
        String encoded = posted(OAuth2Constants.REFRESH_TOKEN);
        RefreshToken token = encoded == null ? null : session.tokens().decode(encoded, RefreshToken.class);
        return token != null && TokenUtil.TOKEN_TYPE_OFFLINE.equals(token.getType());
    }

    private String posted(String name) {
        return session.getContext().getHttpRequest().getDecodedFormParameters().getFirst(name);
    }

    private Response signOutOfLongSession() {
        Cors cors =
                Cors.builder().auth().allowedMethods("POST").auth().exposedHeaders(Cors.ACCESS_CONTROL_ALLOW_METHODS);
        event.event(EventType.LOGOUT);
        ClientModel client =
                AuthorizeClientUtil.authorizeClient(session, event, cors).getClient();
        cors.checkAllowedOrigins(session, client);
        try {
            RefreshToken token = tokens.verifyRefreshToken(
                    session,
                    realm,
                    client,
                    session.getContext().getHttpRequest(),
                    posted(OAuth2Constants.REFRESH_TOKEN),
                    false);
            endLongSession(new Hint(token.getSessionId(), client.getClientId()));
        } catch (OAuthErrorException e) {
            event.detail(Details.REASON, e.getDescription()).error(Errors.INVALID_TOKEN);
            throw new CorsErrorResponseException(cors, e.getError(), e.getDescription(), Response.Status.BAD_REQUEST);
        }
        return cors.add(Response.noContent());
    }

    @Override
    public Response logoutConfirmAction() {
        if (!GuardedRealm.is(realm)) {
            return super.logoutConfirmAction();
        }
        Optional<UserSessionModel> browser = BrowserSession.of(session, realm);
        if (isOver()) {
            // Keycloak fails here. A user who is still signed in is asked again; all others see the page after a
            // log-out.
            return browser.isPresent()
                    ? Response.seeOther(OIDCLoginProtocolService.logoutUrl(
                                            session.getContext().getUri())
                                    .build(realm.getName()))
                            .build()
                    : SignedOutPage.again(session);
        }
        Hint hint = confirmed().map(OidcLogout::noted).orElse(Hint.none());
        Response answer =
                LogoutWithoutProvider.finish(session, List.of(named(hint), browser), super::logoutConfirmAction);
        endTheRest(answer, hint, browser);
        return answer;
    }

    private Hint read(String idToken) {
        try {
            IDToken token = tokens.verifyIDTokenSignature(session, idToken);
            return token.getSessionId() == null || token.getIssuedFor() == null
                    ? Hint.none()
                    : new Hint(token.getSessionId(), token.getIssuedFor());
        } catch (OAuthErrorException e) {
            // Keycloak refuses it too, and says so.
            return Hint.none();
        }
    }

    private static Hint noted(AuthenticationSessionModel logout) {
        String sessionId = logout.getAuthNote(OIDCLoginProtocol.LOGOUT_VALIDATED_ID_TOKEN_SESSION_STATE);
        return sessionId == null
                ? Hint.none()
                : new Hint(sessionId, logout.getClient().getClientId());
    }

    private Optional<UserSessionModel> named(Hint hint) {
        return hint.sessionId().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(session.sessions().getUserSession(realm, hint.sessionId()));
    }

    private boolean isOver() {
        String code = posted(LoginActionsService.SESSION_CODE);
        return code == null
                || confirmed()
                        .filter(logout -> AuthenticationSessionModel.Action.LOGGING_OUT
                                .name()
                                .equals(logout.getAction()))
                        .filter(logout -> isCodeOf(logout, code))
                        .isEmpty();
    }

    /** Looked at only: Keycloak takes a code as used up when it checks it. */
    private static boolean isCodeOf(AuthenticationSessionModel logout, String code) {
        String active = logout.getAuthNote(ACTIVE_CODE);
        return active != null
                && MessageDigest.isEqual(
                        code.getBytes(StandardCharsets.UTF_8), active.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<AuthenticationSessionModel> confirmed() {
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        String clientId = query.getFirst(Constants.CLIENT_ID);
        String tab = query.getFirst(Constants.TAB_ID);
        ClientModel client = clientId == null ? null : realm.getClientByClientId(clientId);
        return client == null || tab == null
                ? Optional.empty()
                : Optional.ofNullable(
                        new AuthenticationSessionManager(session).getCurrentAuthenticationSession(realm, client, tab));
    }

    private void endTheRest(Response answer, Hint hint, Optional<UserSessionModel> browser) {
        if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode()) {
            return;
        }
        browser.map(UserSessionModel::getId)
                .map(id -> session.sessions().getUserSession(realm, id))
                .filter(left -> !hint.sessionId().isEmpty() && !left.getId().equals(hint.sessionId()))
                .filter(left -> left.getState() == null || left.getState() == UserSessionModel.State.LOGGED_IN)
                .ifPresent(left -> AuthenticationManager.backchannelLogout(session, left, false));
        endLongSession(hint);
    }

    private void endLongSession(Hint hint) {
        ClientModel client = realm.getClientByClientId(hint.clientId());
        UserSessionManager sessions = new UserSessionManager(session);
        UserSessionModel offline =
                hint.sessionId().isEmpty() ? null : sessions.findOfflineUserSession(realm, hint.sessionId());
        if (client != null
                && offline != null
                && sessions.removeClientFromOfflineUserSession(realm, offline, client, offline.getUser())) {
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.LOGOUT)
                    .client(client)
                    .user(offline.getUser())
                    .session(hint.sessionId())
                    .detail(LONG_SESSION, "ended")
                    .success();
        }
    }
}
