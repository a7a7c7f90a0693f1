package com.micloud.signin.page;

import static jakarta.ws.rs.core.Response.Status.BAD_GATEWAY;
import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.INTERNAL_SERVER_ERROR;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.keycloak.LoginActions;
import com.micloud.signin.logout.MailLinkResourceFactory;
import com.micloud.signin.provider.CallbackRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An error page of Keycloak's, and what stands in its place. A provider's failure does not end on an error page: the user
 * goes on at the sign-in's own page for it, which can be reloaded and offers what is left (spec: "Signing in", 6).
 */
final class ErrorPage {

    private static final String START_FROM_THE_APPLICATION = "micloudRefusedNotStartedHere";

    private final KeycloakSession session;
    private final RealmModel realm;
    private final String error;
    private final Response.Status status;
    private final Optional<CallbackRequest> callback;

    /**
     * @param realm null where Keycloak knows none yet
     * @param error the key of the page's message
     * @param status what Keycloak would answer with
     */
    ErrorPage(KeycloakSession session, RealmModel realm, String error, Response.Status status) {
        this.session = session;
        this.realm = realm;
        this.error = error;
        this.status = status;
        this.callback = CallbackRequest.current(session);
    }

    /** What stands in the page's place; empty where the page is the end. */
    Optional<Response> wayOn() {
        return question().or(this::backToSignIn).or(this::onWithSignIn);
    }

    /** Whether to sign out whoever is signed in, where a mail link was opened in that browser. */
    private Optional<Response> question() {
        return Messages.DIFFERENT_USER_AUTHENTICATED.equals(error)
                ? MailLinkResourceFactory.question(session, Optional.empty())
                : Optional.empty();
    }

    /**
     * Leads to the beginning of the sign-in from the tab of an invitation that was started again or has waited for too long:
     * its way in has no invitation any more, and the realm lets nobody register without one.
     */
    private Optional<Response> backToSignIn() {
        return Optional.of(error)
                .filter(Messages.REGISTRATION_NOT_ALLOWED::equals)
                .filter(message -> realm != null && GuardedRealm.is(realm))
                .flatMap(message -> Optional.ofNullable(session.getContext().getAuthenticationSession()))
                .filter(LoginActions::isRegistration)
                .map(lost -> {
                    LoginActions.forgetRegistration(lost);
                    return leadTo(LoginActions.backToSignIn(session, lost));
                });
    }

    private Optional<Response> onWithSignIn() {
        return failedSignIn().map(signIn -> {
            callback.orElseThrow().noteTrouble(signIn, error);
            return leadTo(LoginActions.proceed(session, signIn));
        });
    }

    private Optional<AuthenticationSessionModel> failedSignIn() {
        return callback.filter(answer -> !answer.isUnsolicited()).flatMap(answer -> answer.signIn(error));
    }

    /** With an entity, if an empty one: where Keycloak throws this answer, it would draw a page over one without. */
    private static Response leadTo(URI address) {
        return Response.seeOther(address).entity("").build();
    }

    /** The message of ours that the page has in the place of Keycloak's. */
    Optional<String> message() {
        return callback.filter(CallbackRequest::isUnsolicited).map(answer -> START_FROM_THE_APPLICATION);
    }

    /** The status of the page, which says whose fault it is. */
    Response.Status status() {
        if (status != INTERNAL_SERVER_ERROR) {
            return status;
        }
        if (callback.isEmpty()) {
            // On the way from a provider it is the provider's answer that cannot be used.
            return CallbackRequest.isOnTheWay(session) ? BAD_GATEWAY : status;
        }
        // Nobody was sent there by a sign-in of this browser: it is the request that is wrong, not the server.
        return callback.get().isUnsolicited() ? status : BAD_REQUEST;
    }
}
