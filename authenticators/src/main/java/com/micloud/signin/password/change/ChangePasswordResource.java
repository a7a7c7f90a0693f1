package com.micloud.signin.password.change;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import com.micloud.signin.keycloak.GuardedRealm;
import com.micloud.signin.password.VisitParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.messages.Messages;

/**
 * Begins the change of a password. The way back leads to the application in {@code client_id}, at {@code redirect_uri}
 * if that is given and registered.
 */
public final class ChangePasswordResource {

    private static final Logger LOG = Logger.getLogger(ChangePasswordResource.class);

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
        Optional<ClientModel> own = PasswordChangeTab.client(realm);
        if (own.isEmpty()) {
            LOG.warnf(
                    "Realm %s offers no change of passwords: its client %s is missing or switched off, or has no"
                            + " browser flow of its own.",
                    realm.getName(), PasswordChangeTab.CLIENT_ID);
            return ErrorPage.error(session, null, NOT_FOUND, Messages.PAGE_NOT_FOUND);
        }
        VisitParameters parameters = new VisitParameters(session);
        return parameters
                .mistake()
                .map(parameter -> ErrorPage.error(session, null, BAD_REQUEST, Messages.INVALID_PARAMETER, parameter))
                .orElseGet(() -> new PasswordChangeTab(session).begin(own.get(), parameters));
    }
}
