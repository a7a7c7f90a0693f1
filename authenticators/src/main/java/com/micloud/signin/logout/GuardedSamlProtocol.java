package com.micloud.signin.logout;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.SamlDemand;
import com.micloud.signin.session.Admission;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.saml.JaxrsSAML2BindingBuilder;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.saml.SAML2LogoutResponseBuilder;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.common.exceptions.ConfigurationException;
import org.keycloak.saml.common.exceptions.ProcessingException;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.w3c.dom.Document;

/**
 * Keycloak's SAML protocol for applications. In a guarded realm it answers a sign-in only after the guard's admission.
 * A log-out that leaves a provider's session ends on a page that says so. That page then sends the answer to the
 * application.
 */
final class GuardedSamlProtocol extends SamlProtocol {

    @Override
    public Response authenticated(
            AuthenticationSessionModel signIn, UserSessionModel opened, ClientSessionContext context) {
        Admission.require(session, signIn, opened);
        return super.authenticated(signIn, opened, context);
    }

    /** Also after a start over in the same tab, where Keycloak forgets that it was asked for. */
    @Override
    public boolean requireReauthentication(UserSessionModel joined, AuthenticationSessionModel signIn) {
        return super.requireReauthentication(joined, signIn) || SamlDemand.isForced(signIn);
    }

    @Override
    public Response finishBrowserLogout(UserSessionModel ended, AuthenticationSessionModel logout) {
        if (!GuardedRealm.is(realm)) {
            return super.finishBrowserLogout(ended, logout);
        }
        BrowserLogout browserLogout = BrowserLogout.of(session, ended, logout);
        browserLogout.report(event, browserLogout.pendingLogout(PendingLogout.Back.none()));
        if (ended.getNote(SAML_LOGOUT_BINDING_URI) != null) {
            return super.finishBrowserLogout(ended, logout);
        }
        // The application takes no answer. By itself Keycloak shows an error, though everything went well.
        event.event(EventType.LOGOUT)
                .detail(Details.AUTH_METHOD, ended.getAuthMethod())
                .client(session.getContext().getClient())
                .user(ended.getUser())
                .session(ended)
                .success();
        return browserLogout.page(browserLogout.pendingLogout(PendingLogout.Back.none()));
    }

    @Override
    protected Response buildLogoutResponse(
            UserSessionModel ended, String address, SAML2LogoutResponseBuilder answer, JaxrsSAML2BindingBuilder binding)
            throws ConfigurationException, ProcessingException, IOException {
        AuthenticationSessionModel logout = session.getContext().getAuthenticationSession();
        // An artifact would have to be fetched within seconds: it cannot wait for somebody to read a page.
        boolean canWait = !"true".equals(ended.getNote(JBossSAMLURIConstants.SAML_HTTP_ARTIFACT_BINDING.get()));
        if (!GuardedRealm.is(realm) || logout == null || !canWait) {
            return super.buildLogoutResponse(ended, address, answer, binding);
        }
        BrowserLogout browserLogout = BrowserLogout.of(session, ended, logout);
        PendingLogout pendingLogout = browserLogout.pendingLogout(PendingLogout.Back.link(address));
        browserLogout.addFrontChannelLogouts();
        if (!pendingLogout.isWorthAPage() && !browserLogout.hasFrontChannelLogouts()) {
            return super.buildLogoutResponse(ended, address, answer, binding);
        }
        Document written = answer.buildDocument();
        return browserLogout.page(pendingLogout.leadingTo(
                isLogoutPostBindingForInitiator(ended)
                        ? new PendingLogout.Back(
                                address,
                                binding.postBinding(written).encoded(),
                                Optional.ofNullable(ended.getNote(SAML_LOGOUT_RELAY_STATE))
                                        .orElse(""))
                        : PendingLogout.Back.link(binding.redirectBinding(written)
                                .responseURI(address)
                                .toString())));
    }
}
