package com.micloud.signin.logout;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.session.Admission;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.OIDCProviderConfig;
import org.keycloak.protocol.oidc.utils.LogoutUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's OpenID Connect protocol. In a guarded realm it answers a sign-in only after the guard's admission. A
 * log-out that leaves a provider's session ends on a page that says so.
 */
final class GuardedOidcProtocol extends OIDCLoginProtocol {

    GuardedOidcProtocol(OIDCProviderConfig config) {
        super(config);
    }

    @Override
    public Response authenticated(
            AuthenticationSessionModel signIn, UserSessionModel opened, ClientSessionContext context) {
        Admission.require(session, signIn, opened);
        return super.authenticated(signIn, opened, context);
    }

    @Override
    public Response finishBrowserLogout(UserSessionModel ended, AuthenticationSessionModel logout) {
        if (!GuardedRealm.is(realm)) {
            return super.finishBrowserLogout(ended, logout);
        }
        BrowserLogout browserLogout = BrowserLogout.of(session, ended, logout);
        String address = logout.getAuthNote(LOGOUT_REDIRECT_URI);
        PendingLogout pendingLogout = browserLogout.pendingLogout(
                address == null
                        ? PendingLogout.Back.none()
                        : PendingLogout.Back.link(LogoutUtil.getRedirectUriWithAttachedState(address, logout)
                                .toString()));
        browserLogout.report(event, pendingLogout);
        browserLogout.addFrontChannelLogouts();
        Response answer = super.finishBrowserLogout(ended, logout);
        return pendingLogout.isWorthAPage() ? browserLogout.page(pendingLogout) : answer;
    }
}
