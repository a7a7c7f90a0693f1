package com.micloud.signin.provider;

import com.micloud.signin.keycloak.CurrentRequest;
import com.micloud.signin.keycloak.GuardedRealm;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.FederatedIdentityModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.provider.ProviderEventListener;
import org.keycloak.services.ErrorPageException;
import org.keycloak.services.messages.Messages;

/**
 * Keeps users of guarded realms from making or removing links to providers by themselves: only the first sign-in through
 * a provider makes one, only an administrator removes one (spec: "Settled points"). What Keycloak lets users do in their
 * account console would let them change whom the provider vouches for.
 */
public final class ProviderLinks implements ProviderEventListener {

    /** Whoever adds a provider to their account comes back from it here; first sign-ins go on elsewhere. */
    private static final String PROVIDER_ANSWERS = ".*/realms/[^/]+/broker/[^/]+/endpoint(/.*)?";

    private static final String ACCOUNT_CONSOLE = ".*/realms/[^/]+/account(/.*)?";

    private ProviderLinks() {}

    /** Watches over all links of the server. */
    public static void watch(KeycloakSessionFactory factory) {
        factory.register(new ProviderLinks());
    }

    @Override
    public void onEvent(ProviderEvent event) {
        if (event instanceof FederatedIdentityModel.FederatedIdentityCreatedEvent made
                && isAt(made.getKeycloakSession(), made.getRealm(), PROVIDER_ANSWERS)) {
            report(
                    EventType.FEDERATED_IDENTITY_LINK,
                    made.getKeycloakSession(),
                    made.getRealm(),
                    made.getUser(),
                    made.getFederatedIdentity());
            throw new ErrorPageException(
                    made.getKeycloakSession(), Response.Status.FORBIDDEN, Messages.INSUFFICIENT_PERMISSION);
        }
        if (event instanceof FederatedIdentityModel.FederatedIdentityRemovedEvent removed
                && isAt(removed.getKeycloakSession(), removed.getRealm(), ACCOUNT_CONSOLE)) {
            report(
                    EventType.REMOVE_FEDERATED_IDENTITY,
                    removed.getKeycloakSession(),
                    removed.getRealm(),
                    removed.getUser(),
                    removed.getFederatedIdentity());
            // Keycloak undoes the request that this comes out of.
            throw new ForbiddenException("An administrator removes links to identity providers");
        }
    }

    private static boolean isAt(KeycloakSession session, RealmModel realm, String address) {
        // An import makes links too, and has no address.
        return GuardedRealm.is(realm)
                && CurrentRequest.path(session)
                        .filter(path -> path.matches(address))
                        .isPresent();
    }

    private static void report(
            EventType type, KeycloakSession session, RealmModel realm, UserModel user, FederatedIdentityModel link) {
        new EventBuilder(realm, session, session.getContext().getConnection())
                .event(type)
                .user(user)
                .detail(Details.IDENTITY_PROVIDER, link.getIdentityProvider())
                .error(Errors.NOT_ALLOWED);
    }
}
