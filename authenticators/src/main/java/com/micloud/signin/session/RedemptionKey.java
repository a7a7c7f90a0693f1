package com.micloud.signin.session;

import java.nio.charset.StandardCharsets;
import org.keycloak.jose.jws.crypto.HashUtils;

/**
 * Binds the redeeming of a code to its sign-in, by values that Keycloak itself compares.
 *
 * @param text a hash, so that notes neither grow with what an application sends nor show it
 */
public record RedemptionKey(String text) {

    private static final String NOTHING = "";

    /**
     * The key of a sign-in that ends in an authorization code.
     *
     * @param challenge the PKCE challenge of the request; null when it had none
     * @param nonce the nonce of the request; null when it had none
     */
    public static RedemptionKey ofCode(String challenge, String nonce) {
        String proof = challenge == null ? NOTHING : challenge;
        // The length keeps a challenge and a nonce from being taken for another pair that reads the same.
        return hashed("code " + proof.length() + " " + proof + (nonce == null ? NOTHING : nonce));
    }

    /** The key of a sign-in on behalf of a device, which polls with this code. */
    public static RedemptionKey ofDevice(String deviceCode) {
        return hashed("device " + deviceCode);
    }

    private static RedemptionKey hashed(String text) {
        return new RedemptionKey(HashUtils.sha256UrlEncodedHash(text, StandardCharsets.UTF_8));
    }
}
