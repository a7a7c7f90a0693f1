package com.micloud.signin.password;

import com.micloud.signin.keycloak.FormFacts;
import com.micloud.signin.keycloak.PortalAddress;
import com.micloud.signin.keycloak.QueryText;
import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.protocol.oidc.utils.RedirectUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The way back for a user who changes or resets a password: an application, at an address that is registered for it.
 *
 * @param client the application
 * @param url where it is; empty where it has named no address, and its client none either
 */
public record ReturnAddress(ClientModel client, String url) {

    private static final String CLIENT = "micloud.returnClient";
    private static final String URL = "micloud.returnUrl";

    /** The address, if it is registered for the application; without one, where the application begins. */
    static Optional<ReturnAddress> verified(KeycloakSession session, ClientModel client, String redirectUri) {
        if (redirectUri == null) {
            return Optional.of(
                    new ReturnAddress(client, FormFacts.homeOf(session, client).orElse("")));
        }
        return Optional.ofNullable(RedirectUtils.verifyRedirectUri(session, redirectUri, client))
                .map(url -> new ReturnAddress(client, url));
    }

    /** The way back that was noted when this began; empty when nobody sent the user. */
    public static Optional<ReturnAddress> of(KeycloakSession session, AuthenticationSessionModel notes) {
        return Optional.ofNullable(notes.getClientNote(CLIENT))
                .map(id -> session.clients().getClientById(notes.getRealm(), id))
                .filter(ClientModel::isEnabled)
                .map(client -> new ReturnAddress(client, notes.getClientNote(URL)));
    }

    public void note(AuthenticationSessionModel notes) {
        notes.setClientNote(CLIENT, client.getId());
        notes.setClientNote(URL, url);
    }

    /** The name of the application. */
    public String name() {
        return client.getName() == null || client.getName().isBlank() ? client.getClientId() : client.getName();
    }

    /** The address for forgotten passwords, with the same way back. */
    public static String forgotPassword(KeycloakSession session, Optional<ReturnAddress> back) {
        UriBuilder address = UriBuilder.fromUri(
                PortalAddress.forgotPassword(session, session.getContext().getRealm()));
        back.ifPresent(known -> {
            address.queryParam(
                    OIDCLoginProtocol.CLIENT_ID_PARAM,
                    QueryText.encode(known.client().getClientId()));
            if (!known.url().isEmpty()) {
                address.queryParam(OIDCLoginProtocol.REDIRECT_URI_PARAM, QueryText.encode(known.url()));
            }
        });
        return address.build().toString();
    }
}
