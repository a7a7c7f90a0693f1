package com.micloud.signin.keycloak;

import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keycloak's own OpenID Connect provider, except that in a guarded realm whatever goes wrong ends on a page. */
final class OidcProvider extends OIDCIdentityProvider {

    OidcProvider(KeycloakSession session, OIDCIdentityProviderConfig config) {
        super(session, config);
    }

    @Override
    public Object callback(RealmModel realm, AuthenticationCallback callback, EventBuilder event) {
        return super.callback(
                realm, GuardedRealm.is(realm) ? new ProviderCallback(session, callback) : callback, event);
    }
}
