package com.micloud.signin.keycloak;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * What answers at the address for forgotten passwords: people type it, and applications link to it. It ends with a page
 * and no session; an address to go back to counts only if it is registered for the application that names it.
 */
public final class ForgottenPasswordResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    ForgottenPasswordResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Who only looks whether the address is there begins nothing. */
    @HEAD
    public Response look() {
        return Response.ok().build();
    }

    /** Leads into the realm's reset flow. */
    @GET
    public Response begin() {
        MultivaluedMap<String, String> asked = session.getContext().getUri().getQueryParameters();
        if (!realm.isResetPasswordAllowed()) {
            return refuse(Messages.RESET_CREDENTIAL_NOT_ALLOWED);
        }
        Optional<String> clientId = Optional.ofNullable(asked.getFirst(OAuth2Constants.CLIENT_ID));
        Optional<String> back = Optional.ofNullable(asked.getFirst(OAuth2Constants.REDIRECT_URI));
        Optional<ClientModel> client = clientId.isEmpty()
                ? Optional.of(SystemClientUtil.getSystemClient(realm))
                : clientId.map(realm::getClientByClientId);
        if (client.isEmpty()) {
            return refuse(Messages.CLIENT_NOT_FOUND);
        }
        if (!client.get().isEnabled() || client.get().isBearerOnly()) {
            return refuse(Messages.CLIENT_DISABLED);
        }
        Optional<String> registered = back.filter(address -> clientId.isPresent())
                .map(address -> RedirectUtils.verifyRedirectUri(session, address, client.get()));
        if (back.isPresent() && registered.isEmpty()) {
            return refuse(Messages.INVALID_REDIRECT_URI);
        }
        AuthenticationSessionModel begun = begin(client.get(), registered);
        Optional.ofNullable(asked.getFirst(OIDCLoginProtocol.LOGIN_HINT_PARAM))
                .ifPresent(hint -> begun.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, hint));
        Optional.ofNullable(asked.getFirst(OAuth2Constants.UI_LOCALES_PARAM))
                .ifPresent(locales -> begun.setClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE, locales));
        return Response.seeOther(LoginActions.forgotPassword(session, begun)).build();
    }

    private AuthenticationSessionModel begin(ClientModel client, Optional<String> back) {
        AuthenticationSessionManager sessions = new AuthenticationSessionManager(session);
        // Other tabs of this browser go on with what they are at.
        RootAuthenticationSessionModel root = Optional.ofNullable(sessions.getCurrentRootAuthenticationSession(realm))
                .orElseGet(() -> sessions.createAuthenticationSession(realm, true));
        AuthenticationSessionModel begun = root.createAuthenticationSession(client);
        URI base = session.getContext().getUri().getBaseUri();
        begun.setProtocol(OIDCLoginProtocol.LOGIN_PROTOCOL);
        begun.setAction(AuthenticationSessionModel.Action.AUTHENTICATE.name());
        begun.setClientNote(OIDCLoginProtocol.ISSUER, Urls.realmIssuer(base, realm.getName()));
        begun.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
        back.ifPresent(address -> {
            begun.setRedirectUri(address);
            begun.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, address);
            begun.setAuthNote(AuthenticationManager.SET_REDIRECT_URI_AFTER_REQUIRED_ACTIONS, "true");
        });
        return begun;
    }

    private Response refuse(String message) {
        return session.getProvider(LoginFormsProvider.class)
                .setError(message)
                .createErrorPage(Response.Status.BAD_REQUEST);
    }
}
