package com.micloud.signin.keycloak;

import java.util.stream.Stream;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * Keycloak's own handling of tokens, except that in a guarded realm a log-out token counts only where signatures of its
 * provider are checked. Keycloak takes any signature, {@code alg: none} included, where they are not
 * (keycloak/keycloak#51381).
 */
final class LogoutTokens extends TokenManager {

    private final RealmModel realm;

    LogoutTokens(RealmModel realm) {
        this.realm = realm;
    }

    @Override
    public Stream<OIDCIdentityProvider> validateLogoutTokenAgainstIdpProvider(
            Stream<OIDCIdentityProvider> providers, String encodedLogoutToken) {
        return super.validateLogoutTokenAgainstIdpProvider(
                GuardedRealm.is(realm)
                        ? providers.filter(provider ->
                                ProviderTrust.of(provider.getConfig()).isChecked())
                        : providers,
                encodedLogoutToken);
    }
}
