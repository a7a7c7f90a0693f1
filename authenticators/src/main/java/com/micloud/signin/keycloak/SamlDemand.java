package com.micloud.signin.keycloak;

import org.keycloak.protocol.saml.SamlProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a SAML request demands beside the sign-in itself: {@code IsPassive} and {@code ForceAuthn} (SAML 2.0 Core, 3.4.1).
 * They mean what {@code prompt=none} and {@code prompt=login} mean in OpenID Connect.
 */
public final class SamlDemand {

    private static final String PASSIVE = "micloud.passive";

    /** A client note, since Keycloak drops its own note for ForceAuthn when the sign-in starts over in the same tab. */
    private static final String FORCED = "micloud.forced";

    private SamlDemand() {}

    /**
     * Notes what a request demands.
     *
     * @param passive whether no page may be shown; Keycloak tells this to its endpoint only, not to the steps of a flow
     */
    public static void note(AuthenticationSessionModel signIn, boolean passive) {
        if (passive) {
            signIn.setAuthNote(PASSIVE, "true");
        }
        if (SamlProtocol.SAML_FORCEAUTHN_REQUIREMENT.equals(
                signIn.getAuthNote(SamlProtocol.SAML_LOGIN_REQUEST_FORCEAUTHN))) {
            signIn.setClientNote(FORCED, "true");
        }
    }

    /** Whether no page may be shown. */
    public static boolean isPassive(AuthenticationSessionModel signIn) {
        return signIn.getAuthNote(PASSIVE) != null;
    }

    /** Whether a new proof is demanded. */
    public static boolean isForced(AuthenticationSessionModel signIn) {
        return signIn.getClientNote(FORCED) != null;
    }
}
