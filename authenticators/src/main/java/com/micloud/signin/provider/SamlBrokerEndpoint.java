package com.micloud.signin.provider;

import com.micloud.signin.logout.PendingLogout;
import com.micloud.signin.logout.ProviderLogoutAnswer;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.broker.saml.SAMLEndpoint;
import org.keycloak.dom.saml.v2.protocol.ResponseType;
import org.keycloak.dom.saml.v2.protocol.StatusResponseType;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.saml.common.constants.JBossSAMLURIConstants;
import org.keycloak.saml.processing.core.saml.v2.common.SAMLDocumentHolder;
import org.keycloak.saml.validators.DestinationValidator;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's endpoint for the answers of SAML providers. An answer that it cannot read leads to a page. Keycloak shows
 * an empty page if it cannot decrypt an assertion, and fails if a signed one lacks a part. This class reads nothing of
 * a provider that cannot be checked.
 */
final class SamlBrokerEndpoint extends SAMLEndpoint {

    private static final Logger LOG = Logger.getLogger(SamlBrokerEndpoint.class);

    SamlBrokerEndpoint(
            KeycloakSession session,
            SamlProvider provider,
            AuthenticationCallback callback,
            DestinationValidator destinations) {
        super(session, provider, provider.getConfig(), callback, destinations);
    }

    @Override
    public Response redirectBinding(String request, String response, String artifact, String relayState) {
        return helpful(() -> artifact == null
                ? new Redirected().execute(request, response, null, relayState, null)
                : super.redirectBinding(request, response, artifact, relayState));
    }

    @Override
    public Response postBinding(String request, String response, String artifact, String relayState) {
        return helpful(() -> artifact == null
                ? new Posted().execute(request, response, null, relayState, null)
                : super.postBinding(request, response, artifact, relayState));
    }

    @Override
    public Response redirectBindingIdpInitiated(
            String request, String response, String relayState, String applicationName) {
        return helpful(() -> super.redirectBindingIdpInitiated(request, response, relayState, applicationName));
    }

    @Override
    public Response postBindingIdpInitiated(
            String request, String response, String relayState, String applicationName) {
        return helpful(() -> super.postBindingIdpInitiated(request, response, relayState, applicationName));
    }

    private final class Redirected extends RedirectBinding {

        @Override
        protected Response handleLoginResponse(
                String encoded, SAMLDocumentHolder document, ResponseType response, String relayState, String client) {
            noteFailure(response);
            return super.handleLoginResponse(encoded, document, response, relayState, client);
        }

        @Override
        protected Response handleLogoutResponse(
                SAMLDocumentHolder document, StatusResponseType response, String relayState) {
            return signedOut(response, relayState);
        }
    }

    private final class Posted extends PostBinding {

        @Override
        protected Response handleLoginResponse(
                String encoded, SAMLDocumentHolder document, ResponseType response, String relayState, String client) {
            noteFailure(response);
            return super.handleLoginResponse(encoded, document, response, relayState, client);
        }

        @Override
        protected Response handleLogoutResponse(
                SAMLDocumentHolder document, StatusResponseType response, String relayState) {
            return signedOut(response, relayState);
        }
    }

    private void noteFailure(ResponseType response) {
        if (!isSuccess(response)) {
            ProviderFailure.note(session, ProviderFailure.answered(response.getStatus()));
        } else if (response.getAssertions() == null || response.getAssertions().isEmpty()) {
            ProviderFailure.note(session, "assertion_missing");
        }
    }

    /** The answer to the portal's own request to end this provider's session (SAML 2.0 Core, 3.7.3.2). */
    private Response signedOut(StatusResponseType response, String relayState) {
        return new ProviderLogoutAnswer(session, config.getAlias())
                .accept(relayState == null ? "" : relayState, expected -> {
                    boolean answers = expected.requestId().equals(response.getInResponseTo());
                    return answers && isSuccess(response) ? PendingLogout.State.ENDED : PendingLogout.State.FAILED;
                });
    }

    private static boolean isSuccess(StatusResponseType response) {
        return response.getStatus() != null
                && response.getStatus().getStatusCode() != null
                && JBossSAMLURIConstants.STATUS_SUCCESS
                        .getUri()
                        .equals(response.getStatus().getStatusCode().getValue());
    }

    private Response helpful(Supplier<Response> keycloak) {
        if (UncheckedAnswer.is(config)) {
            return UncheckedAnswer.refuse(session, config);
        }
        Response answer;
        try {
            answer = keycloak.get();
        } catch (WebApplicationException e) {
            answer = e.getResponse();
        } catch (RuntimeException e) {
            // The exception may quote what was sent as it came.
            LOG.warnf(
                    "The answer of the SAML provider %s could not be read: %s.",
                    config.getAlias(), e.getClass().getName());
            LOG.debug("Why the answer of a SAML provider could not be read.", e);
            return unreadable();
        }
        if (answer.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode() && !answer.hasEntity()) {
            return unreadable();
        }
        return answer;
    }

    private Response unreadable() {
        new EventBuilder(realm, session, clientConnection)
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .detail(Details.IDENTITY_PROVIDER, config.getAlias())
                .error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
        return new ErrorPageException(session, Response.Status.BAD_REQUEST, Messages.IDENTITY_PROVIDER_INVALID_RESPONSE)
                .getResponse();
    }
}
