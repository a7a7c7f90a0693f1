package com.micloud.signin.account;

import java.util.Map;
import org.keycloak.models.IdentityProviderModel;

/**
 * Says whether the portal can check the answers of an identity provider. If not, the provider does not count (spec:
 * "The person's own record", 7). The settings alone decide, so that an account can be judged before the browser goes to
 * its provider.
 */
public enum ProviderTrust {
    /** Every assertion, ID token and log-out token must carry a signature of the provider. */
    CHECKED,
    /** <em>Validate signatures</em> is off: anybody can speak in the provider's name. */
    NOT_VALIDATED,
    /** There are no keys of the provider to check signatures with. */
    WITHOUT_KEYS,
    /** A type that the bundle does not replace, so that none of its checks holds there. */
    OTHER_TYPE;

    private static final String VALIDATE = "validateSignature";

    public static ProviderTrust of(IdentityProviderModel provider) {
        return of(provider.getProviderId(), provider.getConfig());
    }

    static ProviderTrust of(String type, Map<String, String> config) {
        boolean saml = "saml".equals(type);
        if (!saml && !"oidc".equals(type)) {
            return OTHER_TYPE;
        }
        if (!isOn(config, VALIDATE)) {
            return NOT_VALIDATED;
        }
        return saml ? withKeys(samlKeys(config)) : withKeys(oidcKeys(config));
    }

    /** Whether the provider counts: its answers can be checked. */
    public boolean isChecked() {
        return this == CHECKED;
    }

    private static ProviderTrust withKeys(boolean known) {
        return known ? CHECKED : WITHOUT_KEYS;
    }

    // The order in which Keycloak looks for keys: SAMLEndpoint.Binding.getIDPKeyLocator.
    private static boolean samlKeys(Map<String, String> config) {
        return (isOn(config, "useMetadataDescriptorUrl") && isThere(config, "metadataDescriptorUrl"))
                || isThere(config, "signingCertificate");
    }

    // PublicKeyStorageManager.getIdentityProviderKeyWrapper: either the address or the key, never both.
    private static boolean oidcKeys(Map<String, String> config) {
        return isThere(config, isOn(config, "useJwksUrl") ? "jwksUrl" : "publicKeySignatureVerifier");
    }

    private static boolean isOn(Map<String, String> config, String setting) {
        return Boolean.parseBoolean(config.get(setting));
    }

    private static boolean isThere(Map<String, String> config, String setting) {
        String value = config.get(setting);
        return value != null && !value.isBlank();
    }
}
