package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;

/**
 * What is answered at the address of a provider whose word cannot be checked: whatever arrives there may come from
 * anybody, so none of it is read (spec: "The person's own record", 7).
 */
final class UncheckedAnswer {

    /** The theme's message. */
    static final String MESSAGE = "micloudProviderUnchecked";

    private UncheckedAnswer() {}

    /** Whether nothing may be accepted at the provider's address. */
    static boolean is(IdentityProviderModel provider) {
        return !ProviderTrust.of(provider).isChecked();
    }

    /** Leaves an event, and a page; a sign-in of this browser that waits for the provider goes on at its own page. */
    static Response refuse(KeycloakSession session, IdentityProviderModel provider) {
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .detail(Details.IDENTITY_PROVIDER, provider.getAlias())
                .detail(Details.REASON, ProviderVisit.reason(MESSAGE))
                .error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, MESSAGE);
    }
}
