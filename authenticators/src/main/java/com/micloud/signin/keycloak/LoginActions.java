package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.AuthorizationEndpointBase;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.ClientSessionCode;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Addresses of Keycloak that belong to one sign-in. */
public final class LoginActions {

    private static final String FORWARDED_ERROR = "fwMessageError";

    private LoginActions() {}

    /** Starts the sign-in again and keeps the user session of this browser. */
    public static URI restart(KeycloakSession session, AuthenticationSessionModel signIn) {
        return address(session, signIn, LoginActionsService.RESTART_PATH)
                .queryParam(Constants.SKIP_LOGOUT, "true")
                .build();
    }

    /** Ends the user session of this browser and starts the sign-in again. */
    public static URI restartForAnotherUser(KeycloakSession session, AuthenticationSessionModel signIn) {
        return address(session, signIn, LoginActionsService.RESTART_PATH)
                .queryParam(Constants.SKIP_LOGOUT, "false")
                .build();
    }

    /** The address at which the sign-in continues, whatever its next step is. */
    public static URI proceed(KeycloakSession session, AuthenticationSessionModel signIn) {
        return address(session, signIn, LoginActionsService.AUTHENTICATE_PATH).build();
    }

    /** The address of Forgot Password. */
    public static URI forgotPassword(KeycloakSession session, AuthenticationSessionModel signIn) {
        return address(session, signIn, LoginActionsService.RESET_CREDENTIALS_PATH)
                .build();
    }

    /** Takes a sign-in to the beginning of the realm's flow for forgotten passwords; its client notes stay. */
    public static URI toForgottenPassword(KeycloakSession session, AuthenticationSessionModel signIn) {
        AuthenticationProcessor.resetFlow(signIn, LoginActionsService.RESET_CREDENTIALS_PATH);
        return forgotPassword(session, signIn);
    }

    /** Whether this tab was begun to register, so that starting it again leads to the registration. */
    public static boolean isRegistration(AuthenticationSessionModel signIn) {
        return LoginActionsService.REGISTRATION_PATH.equals(
                signIn.getClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW));
    }

    /** Makes a tab that was begun to register one to sign in: starting it again leads to the sign-in. */
    public static void forgetRegistration(AuthenticationSessionModel signIn) {
        if (isRegistration(signIn)) {
            signIn.removeClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        }
    }

    /** Moves a sign-in that has finished another flow to the beginning of its own flow. Its client notes remain. */
    public static URI backToSignIn(KeycloakSession session, AuthenticationSessionModel signIn) {
        AuthenticationProcessor.resetFlow(signIn, LoginActionsService.AUTHENTICATE_PATH);
        return proceed(session, signIn);
    }

    /** Sends the browser to an identity provider, which gets the username as login hint. */
    public static Response toProvider(AuthenticationFlowContext context, String alias, String loginHint) {
        AuthenticationSessionModel signIn = context.getAuthenticationSession();
        String code = new ClientSessionCode<>(context.getSession(), context.getRealm(), signIn).getOrGenerateCode();
        URI address = Urls.identityProviderAuthnRequest(
                context.getUriInfo().getBaseUri(),
                alias,
                context.getRealm().getName(),
                QueryText.encode(code),
                QueryText.encode(signIn.getClient().getClientId()),
                QueryText.encode(signIn.getTabId()),
                QueryText.encode(AuthenticationProcessor.getClientData(context.getSession(), signIn)),
                QueryText.encode(loginHint));
        return Response.seeOther(address).build();
    }

    /** Whether Keycloak's message says that the user was sent back because they gave up at the provider. */
    public static boolean isCancelled(String message) {
        return Messages.ACCESS_DENIED_WHEN_IDP_AUTH.equals(message) || Messages.ACCESS_DENIED.equals(message);
    }

    /** Forgets the message that Keycloak would show on the next page. */
    public static void dropForwardedError(AuthenticationFlowContext context) {
        context.getAuthenticationSession().removeAuthNote(FORWARDED_ERROR);
    }

    private static UriBuilder address(KeycloakSession session, AuthenticationSessionModel signIn, String action) {
        return LoginActionsService.loginActionsBaseUrl(session.getContext().getUri())
                .path(action)
                .resolveTemplate("realm", signIn.getRealm().getName())
                .queryParam(
                        Constants.CLIENT_ID, QueryText.encode(signIn.getClient().getClientId()))
                .queryParam(Constants.TAB_ID, QueryText.encode(signIn.getTabId()))
                .queryParam(
                        Constants.CLIENT_DATA,
                        QueryText.encode(AuthenticationProcessor.getClientData(session, signIn)));
    }
}
