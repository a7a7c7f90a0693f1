package com.micloud.signin.logout;

import com.micloud.signin.account.ProviderTrust;
import com.micloud.signin.keycloak.GuardedRealm;
import java.util.stream.Stream;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.TokenManager;

/**
 * Keycloak's token handling. In a guarded realm it accepts a log-out token only from a provider with checked
 * signatures. Without that check Keycloak accepts any signature, also {@code alg: none} (keycloak/keycloak#51381).
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
