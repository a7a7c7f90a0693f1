package com.micloud.signin.keycloak;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.AccessTokenResponse;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's own OpenID Connect provider, except that in a guarded realm whatever goes wrong ends on a page, and that its
 * session is ended only when the user wants that.
 */
final class OidcProvider extends OIDCIdentityProvider {

    OidcProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, config);
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return GuardedRealm.is(realm)
                ? new Answers(new ProviderCallback(session, callback), realm, event, this)
                : super.callback(realm, callback, event);
    }

    @Override
    public void authenticationFinished(AuthenticationSessionModel signIn, BrokeredIdentityContext context) {
        super.authenticationFinished(signIn, context);
        AccessTokenResponse tokens =
                (AccessTokenResponse) context.getContextData().get(FEDERATED_ACCESS_TOKEN_RESPONSE);
        String idToken = tokens == null || !getConfig().isSendIdTokenOnLogout() ? null : tokens.getIdToken();
        ProviderSession.ofOidc(getConfig().getAlias(), idToken == null ? "" : idToken)
                .write(signIn);
    }

    @Override
    public Response keycloakInitiatedBrowserLogout(
            KeycloakSession session, UserSessionModel ended, UriInfo uri, RealmModel realm) {
        return GuardedRealm.is(realm) ? null : super.keycloakInitiatedBrowserLogout(session, ended, uri, realm);
    }

    /** Where the answers of this provider arrive. */
    private static final class Answers extends OIDCEndpoint {

        private final KeycloakSession keycloak;
        private final String alias;

        Answers(AuthenticationCallback callback, RealmModel realm, EventBuilder event, OidcProvider provider) {
            super(callback, realm, event, provider);
            this.keycloak = provider.session;
            this.alias = provider.getConfig().getAlias();
        }

        /** The way back of a log-out there; RP-initiated log-out knows no answer but this one. */
        @Override
        public Response logoutResponse(String state) {
            return new ProviderLogoutAnswer(keycloak, alias)
                    .accept(state == null ? "" : state, expected -> Departure.State.ENDED);
        }
    }
}
