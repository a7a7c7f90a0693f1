package com.micloud.signin.provider;

import com.micloud.signin.account.ProviderTrust;
import jakarta.ws.rs.core.Response;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;

/**
 * The answer at the address of a provider that cannot be checked. Every message there can come from a stranger, so none
 * is read (spec: "The person's own record", 7).
 */
final class UncheckedAnswer {

    /** The theme's message. */
    public static final String MESSAGE = "micloudProviderUnchecked";

    private UncheckedAnswer() {}

    /** Whether nothing may be accepted at the provider's address. */
    static boolean is(IdentityProviderModel provider) {
        return !ProviderTrust.of(provider).isChecked();
    }

    /** Leaves an event and shows a page. If a sign-in of this browser waits for the provider, its own page is shown. */
    static Response refuse(KeycloakSession session, IdentityProviderModel provider) {
        new EventBuilder(
                        session.getContext().getRealm(),
                        session,
                        session.getContext().getConnection())
                .event(EventType.IDENTITY_PROVIDER_LOGIN)
                .detail(Details.IDENTITY_PROVIDER, provider.getAlias())
                .detail(Details.REASON, ProviderFailure.reason(MESSAGE))
                .error(Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
        return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, MESSAGE);
    }
}
