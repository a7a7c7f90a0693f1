package com.micloud.signin.provider;

import com.micloud.signin.keycloak.GuardedRealm;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Keycloak's username mapper for OpenID Connect providers. In a guarded realm it keeps its result for the guard and
 * never renames a user, because the sign-in knows the user before it asks a provider.
 */
public final class OidcUsernameMapper extends org.keycloak.broker.oidc.mappers.UsernameTemplateMapper {

    /** Higher than Keycloak's own, which has order 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public void preprocessFederatedIdentity(
            KeycloakSession session,
            RealmModel realm,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        super.preprocessFederatedIdentity(session, realm, mapper, context);
        BrokeredUsername.note(context);
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        if (!GuardedRealm.is(realm)) {
            super.updateBrokeredUser(session, realm, user, mapper, context);
        }
    }
}
