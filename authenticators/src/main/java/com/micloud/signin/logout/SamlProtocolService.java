package com.micloud.signin.logout;

import com.micloud.signin.keycloak.BrowserSession;
import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.SamlDemand;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.keycloak.dom.saml.v2.protocol.LogoutRequestType;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.protocol.saml.SamlService;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.services.util.CacheControlUtil;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own endpoints for SAML applications, except that no provider is needed to log out, and that the steps of a
 * guarded realm learn what the request demands.
 */
final class SamlProtocolService extends SamlService {

    SamlProtocolService(KeycloakSession session, EventBuilder event, long inflated, DestinationValidator destinations) {
        super(session, event, inflated, destinations);
    }

    /** With our own protocol: Keycloak answers here by its own what it can answer without a page. */
    @Override
    protected Response newBrowserAuthentication(
            AuthenticationSessionModel signIn, boolean passive, boolean goingOnByRedirect) {
        if (GuardedRealm.is(realm)) {
            SamlDemand.note(signIn, passive);
        }
        SamlProtocol protocol = new SamlProtocol()
                .setSession(session)
                .setRealm(realm)
                .setUriInfo(session.getContext().getUri())
                .setHttpHeaders(headers)
                .setEventBuilder(event);
        return newBrowserAuthentication(signIn, passive, goingOnByRedirect, protocol);
    }

    @Override
    public RedirectBindingProtocol newRedirectBindingProtocol() {
        return new Redirected();
    }

    @Override
    public PostBindingProtocol newPostBindingProtocol() {
        return new Posted();
    }

    @Override
    public void redirectBinding(
            AsyncResponse answer, String request, String response, String relayState, String artifact) {
        CacheControlUtil.noBackButtonCacheControlHeader(session);
        newRedirectBindingProtocol().execute(answer, request, response, relayState, artifact);
    }

    @Override
    public void postBinding(AsyncResponse answer, String request, String response, String relayState, String artifact) {
        new Posted().goingOnByRedirect().execute(answer, request, response, relayState, artifact);
    }

    private final class Redirected extends RedirectBindingProtocol {

        @Override
        protected Response logoutRequest(LogoutRequestType request, ClientModel client, String relayState) {
            return LogoutWithoutProvider.finish(
                    session,
                    List.of(BrowserSession.of(session, realm)),
                    () -> super.logoutRequest(request, client, relayState));
        }

        @Override
        protected Response handleSamlResponse(String response, String relayState) {
            return LogoutWithoutProvider.finish(
                    session,
                    List.of(BrowserSession.of(session, realm)),
                    () -> super.handleSamlResponse(response, relayState));
        }
    }

    private final class Posted extends PostBindingProtocol {

        /** As Keycloak does for what browsers post, so that Back leads to a page and not to a form sent again. */
        Posted goingOnByRedirect() {
            redirectToAuthentication = true;
            return this;
        }

        @Override
        protected Response logoutRequest(LogoutRequestType request, ClientModel client, String relayState) {
            return LogoutWithoutProvider.finish(
                    session,
                    List.of(BrowserSession.of(session, realm)),
                    () -> super.logoutRequest(request, client, relayState));
        }

        @Override
        protected Response handleSamlResponse(String response, String relayState) {
            return LogoutWithoutProvider.finish(
                    session,
                    List.of(BrowserSession.of(session, realm)),
                    () -> super.handleSamlResponse(response, relayState));
        }
    }
}
