package com.micloud.signin.logout;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.broker.provider.IdentityBrokerException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** Lets a log-out continue if Keycloak would stop because the session's provider is off or deleted. */
final class LogoutWithoutProvider {

    private LogoutWithoutProvider() {}

    /**
     * Returns Keycloak's answer. If Keycloak finds no provider, it returns the answer without one.
     *
     * @param candidates the sessions that Keycloak may be about to end
     */
    static Response finish(
            KeycloakSession session, List<Optional<UserSessionModel>> candidates, Supplier<Response> keycloak) {
        try {
            return keycloak.get();
        } catch (IdentityBrokerException e) {
            UserSessionModel ending = candidates.stream()
                    .flatMap(Optional::stream)
                    .filter(candidate -> candidate.getState() == UserSessionModel.State.LOGGING_OUT)
                    .findFirst()
                    .orElseThrow(() -> e);
            return AuthenticationManager.finishBrowserLogout(
                    session,
                    session.getContext().getRealm(),
                    ending,
                    session.getContext().getUri(),
                    session.getContext().getConnection(),
                    session.getContext().getHttpRequest().getHttpHeaders());
        }
    }
}
