package com.micloud.signin.password;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The parameters by which an application describes the user whom it sends to one of our pages. */
public final class VisitParameters {

    private static final List<String> PARAMETERS = List.of(
            OIDCLoginProtocol.CLIENT_ID_PARAM,
            OIDCLoginProtocol.REDIRECT_URI_PARAM,
            OIDCLoginProtocol.LOGIN_HINT_PARAM,
            OIDCLoginProtocol.UI_LOCALES_PARAM);

    private final KeycloakSession session;
    private final MultivaluedMap<String, String> query;

    public VisitParameters(KeycloakSession session) {
        this.session = session;
        this.query = session.getContext().getUri().getQueryParameters();
    }

    /** The name of a parameter that means nothing, so that the visit must not begin. */
    public Optional<String> mistake() {
        Optional<String> doubled = PARAMETERS.stream()
                .filter(parameter -> query.getOrDefault(parameter, List.of()).size() > 1)
                .findFirst();
        if (doubled.isPresent()) {
            return doubled;
        }
        if (names(OIDCLoginProtocol.CLIENT_ID_PARAM) && client().isEmpty()) {
            return Optional.of(OIDCLoginProtocol.CLIENT_ID_PARAM);
        }
        return names(OIDCLoginProtocol.REDIRECT_URI_PARAM) && back().isEmpty()
                ? Optional.of(OIDCLoginProtocol.REDIRECT_URI_PARAM)
                : Optional.empty();
    }

    /** The application; empty where none has named itself. */
    public Optional<ClientModel> client() {
        return value(OIDCLoginProtocol.CLIENT_ID_PARAM)
                .map(id -> session.clients()
                        .getClientByClientId(session.getContext().getRealm(), id))
                .filter(ClientModel::isEnabled)
                .filter(client -> !client.isBearerOnly());
    }

    /** The way back to the application; empty where there is none. */
    public Optional<ReturnAddress> back() {
        return client().flatMap(client ->
                ReturnAddress.verified(session, client, query.getFirst(OIDCLoginProtocol.REDIRECT_URI_PARAM)));
    }

    /** Whether the application wants its user back at a certain place. */
    public boolean namesPlace() {
        return names(OIDCLoginProtocol.REDIRECT_URI_PARAM);
    }

    /** Notes the username and the languages, where they were sent along. */
    public void note(AuthenticationSessionModel visit) {
        value(OIDCLoginProtocol.LOGIN_HINT_PARAM)
                .ifPresent(hint -> visit.setClientNote(OIDCLoginProtocol.LOGIN_HINT_PARAM, hint));
        value(OIDCLoginProtocol.UI_LOCALES_PARAM)
                .ifPresent(list -> visit.setClientNote(LocaleSelectorProvider.CLIENT_REQUEST_LOCALE, list));
    }

    private boolean names(String parameter) {
        return value(parameter).isPresent();
    }

    private Optional<String> value(String parameter) {
        return Optional.ofNullable(query.getFirst(parameter));
    }
}
