package com.micloud.signin.keycloak;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The user session of this browser. */
public final class BrowserSession {

    private BrowserSession() {}

    /** The session behind the browser's identity cookie, if it is valid. */
    public static Optional<UserSessionModel> of(KeycloakSession session, RealmModel realm) {
        return Optional.ofNullable(AuthenticationManager.authenticateIdentityCookie(session, realm, true))
                .map(AuthenticationManager.AuthResult::session);
    }

    /** The valid session that this sign-in will join when it succeeds, if there is one. */
    public static Optional<UserSessionModel> joinedBy(KeycloakSession session, AuthenticationSessionModel signIn) {
        RealmModel realm = signIn.getRealm();
        return Optional.ofNullable(session.sessions()
                        .getUserSession(realm, signIn.getParentSession().getId()))
                .filter(joined -> AuthenticationManager.isSessionValid(realm, joined));
    }

    /** Whether this sign-in would join that session. */
    public static boolean isJoinedBy(UserSessionModel session, AuthenticationSessionModel signIn) {
        return session.getId().equals(signIn.getParentSession().getId());
    }

    /** Ends a session with all that was opened from it. */
    public static void end(KeycloakSession session, UserSessionModel ended) {
        AuthenticationManager.backchannelLogout(session, ended, false);
    }

    /** Ends all sessions of a user but one, the long ones too, and leaves an event of each. */
    public static void endOthers(KeycloakSession session, UserModel user, Optional<UserSessionModel> kept) {
        RealmModel realm = session.getContext().getRealm();
        // Collected: ending one takes it out of what is being read.
        List<UserSessionModel> others = Stream.concat(
                        session.sessions().getUserSessionsStream(realm, user),
                        session.sessions().getOfflineUserSessionsStream(realm, user))
                .filter(other ->
                        kept.filter(own -> own.getId().equals(other.getId())).isEmpty())
                .toList();
        for (UserSessionModel other : others) {
            end(session, other);
            new EventBuilder(realm, session, session.getContext().getConnection())
                    .event(EventType.LOGOUT)
                    .session(other)
                    .user(user)
                    .success();
        }
    }

    /** Whether the application demands a new proof (prompt=login, max_age, ForceAuthn, an action that needs one). */
    public static boolean mustBeProvedAnew(
            KeycloakSession session, AuthenticationSessionModel signIn, UserSessionModel joined) {
        // Keycloak counts whole seconds, which lets max_age=0 through within the first one.
        return "0".equals(signIn.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM))
                || session.getProvider(LoginProtocol.class, signIn.getProtocol())
                        .requireReauthentication(joined, signIn);
    }

    /** Marks a sign-in that relies on the browser's session, so that its time of authentication stays. */
    public static void markReuse(AuthenticationSessionModel signIn) {
        signIn.setAuthNote(AuthenticationManager.SSO_AUTH, "true");
    }

    /** Marks a sign-in whose password was right: Keycloak's rules for expired passwords look at it. */
    public static void markPasswordValidated(AuthenticationSessionModel signIn) {
        signIn.setAuthNote(AuthenticationManager.PASSWORD_VALIDATED, "true");
    }

    /** Whether this user came by the link of a mail, to a sign-in that ends with a page and no session. */
    public static boolean cameByMailedLink(AuthenticationSessionModel signIn, UserModel user) {
        return endsWithoutSession(signIn)
                && user.getId().equals(signIn.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID));
    }

    /** Whether this sign-in ends with a page and no session, as those from mails do. */
    public static boolean endsWithoutSession(AuthenticationSessionModel signIn) {
        return signIn.getAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS) != null;
    }
}
