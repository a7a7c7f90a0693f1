package com.micloud.signin.provider;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorResponseException;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's handling of a provider's answer. Every failure becomes a page of the portal, never JSON and never an error
 * for the application.
 */
final class ProviderCallback implements AuthenticationCallback {

    /**
     * With these a provider says that it may not show a page. Keycloak hands them on to the application, for which they
     * mean that it is the portal which may not; and the portal asks providers only where it may.
     */
    private static final Set<String> PASSIVE =
            Set.of(OAuthErrorException.LOGIN_REQUIRED, OAuthErrorException.INTERACTION_REQUIRED);

    private final KeycloakSession session;
    private final AuthenticationCallback keycloak;

    ProviderCallback(KeycloakSession session, AuthenticationCallback keycloak) {
        this.session = session;
        this.keycloak = keycloak;
    }

    /** Finds the sign-in that is answered; of a parameter that comes twice nobody knows which one is meant. */
    @Override
    public AuthenticationSessionModel getAndVerifyAuthenticationSession(String encodedCode) {
        if (isDoubled(session.getContext().getUri().getQueryParameters())
                || isDoubled(session.getContext().getHttpRequest().getDecodedFormParameters())) {
            throw new IdentityBrokerException("The answer of a provider has a parameter twice");
        }
        return keycloak.getAndVerifyAuthenticationSession(encodedCode);
    }

    /**
     * Accepts the person whom the provider asserts. Keycloak refuses a wrong nonce in JSON; here it is refused like
     * every other failure.
     */
    @Override
    public Response authenticated(BrokeredIdentityContext context) {
        try {
            return keycloak.authenticated(context);
        } catch (ErrorResponseException e) {
            throw new IdentityBrokerException(e.getErrorDescription(), e);
        }
    }

    @Override
    public Response cancelled(IdentityProviderModel provider) {
        return keycloak.cancelled(provider);
    }

    @Override
    public Response retryLogin(
            UserAuthenticationIdentityProvider<?> provider, AuthenticationSessionModel authenticationSession) {
        return keycloak.retryLogin(provider, authenticationSession);
    }

    @Override
    public Response error(IdentityProviderModel provider, String message) {
        return keycloak.error(
                provider, PASSIVE.contains(message) ? Messages.IDENTITY_PROVIDER_UNEXPECTED_ERROR : message);
    }

    private static boolean isDoubled(MultivaluedMap<String, String> parameters) {
        return parameters.values().stream().anyMatch(values -> values.size() > 1);
    }
}
