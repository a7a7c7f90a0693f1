package com.micloud.signin.password.forgotten;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.password.ReturnAddress;
import com.micloud.signin.password.VisitParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.SystemClientUtil;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.RootAuthenticationSessionModel;

/**
 * Answers at the address for forgotten passwords. People type it, and applications link to it. It ends with a page and
 * without a session. An address to go back to counts only if it is registered for the application.
 */
public final class ForgottenPasswordResource {

    private final KeycloakSession session;
    private final RealmModel realm;

    ForgottenPasswordResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** A {@code HEAD} request begins nothing. */
    @HEAD
    public Response look() {
        return Response.ok().build();
    }

    /** Leads into the realm's reset flow. */
    @GET
    public Response begin() {
        if (!realm.isResetPasswordAllowed() || GuardedRealm.isClosed(realm)) {
            return refuse(Messages.RESET_CREDENTIAL_NOT_ALLOWED);
        }
        VisitParameters parameters = new VisitParameters(session);
        Optional<String> mistake = parameters.mistake();
        if (mistake.isPresent()) {
            return refuse(Messages.INVALID_PARAMETER, mistake.get());
        }
        AuthenticationSessionModel begun = begin(
                parameters.client().orElseGet(() -> SystemClientUtil.getSystemClient(realm)),
                parameters.back().filter(known -> parameters.namesPlace()).map(ReturnAddress::url));
        parameters.note(begun);
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
        back.ifPresent(address -> {
            begun.setRedirectUri(address);
            begun.setClientNote(OIDCLoginProtocol.REDIRECT_URI_PARAM, address);
        });
        ForgottenPasswordTab.begin(begun);
        return begun;
    }

    private Response refuse(String message, Object... parameters) {
        return session.getProvider(LoginFormsProvider.class)
                .setError(message, parameters)
                .createErrorPage(Response.Status.BAD_REQUEST);
    }
}
