package com.micloud.signin.keycloak;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;

/**
 * Begins the change of a password for whoever opens the address, with the way back to the application that named itself
 * by {@code client_id} and, where it wants the user elsewhere than at its beginning, {@code redirect_uri}.
 */
public final class ChangePasswordResource {

    private static final Logger LOG = Logger.getLogger(ChangePasswordResource.class);

    private static final List<String> PARAMETERS = List.of(
            OIDCLoginProtocol.CLIENT_ID_PARAM,
            OIDCLoginProtocol.REDIRECT_URI_PARAM,
            OIDCLoginProtocol.LOGIN_HINT_PARAM,
            OIDCLoginProtocol.UI_LOCALES_PARAM);

    private final KeycloakSession session;
    private final RealmModel realm;

    ChangePasswordResource(KeycloakSession session) {
        this.session = session;
        this.realm = session.getContext().getRealm();
    }

    /** Leads into the flow; 400 for parameters that mean nothing, 404 in a realm that does not offer it. */
    @GET
    public Response begin() {
        if (!GuardedRealm.is(realm)) {
            return ErrorPage.error(session, null, NOT_FOUND, Messages.PAGE_NOT_FOUND);
        }
        Optional<ClientModel> own = PasswordErrand.client(realm);
        if (own.isEmpty()) {
            LOG.warnf(
                    "Realm %s offers no change of passwords: its client %s is missing or switched off, or has no"
                            + " browser flow of its own.",
                    realm.getName(), PasswordErrand.CLIENT_ID);
            return ErrorPage.error(session, null, NOT_FOUND, Messages.PAGE_NOT_FOUND);
        }
        MultivaluedMap<String, String> query = session.getContext().getUri().getQueryParameters();
        for (String parameter : PARAMETERS) {
            if (query.getOrDefault(parameter, List.of()).size() > 1) {
                return refused(parameter);
            }
        }
        String clientId = query.getFirst(OIDCLoginProtocol.CLIENT_ID_PARAM);
        String redirectUri = query.getFirst(OIDCLoginProtocol.REDIRECT_URI_PARAM);
        if (clientId == null) {
            return redirectUri == null
                    ? begin(own.get(), Optional.empty(), query)
                    : refused(OIDCLoginProtocol.REDIRECT_URI_PARAM);
        }
        ClientModel client = session.clients().getClientByClientId(realm, clientId);
        if (client == null || !client.isEnabled()) {
            return refused(OIDCLoginProtocol.CLIENT_ID_PARAM);
        }
        Optional<ReturnAddress> back = ReturnAddress.verified(session, client, redirectUri);
        return back.isEmpty() ? refused(OIDCLoginProtocol.REDIRECT_URI_PARAM) : begin(own.get(), back, query);
    }

    private Response refused(String parameter) {
        return ErrorPage.error(session, null, BAD_REQUEST, Messages.INVALID_PARAMETER, parameter);
    }

    private Response begin(ClientModel own, Optional<ReturnAddress> back, MultivaluedMap<String, String> query) {
        return new PasswordErrand(session)
                .begin(
                        own,
                        back,
                        Optional.ofNullable(query.getFirst(OIDCLoginProtocol.LOGIN_HINT_PARAM)),
                        Optional.ofNullable(query.getFirst(OIDCLoginProtocol.UI_LOCALES_PARAM)));
    }
}
