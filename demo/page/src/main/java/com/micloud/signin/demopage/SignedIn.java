package com.micloud.signin.demopage;

import java.util.List;
import java.util.Map;

/** What an application holds after a sign-in. */
sealed interface SignedIn {

    String clientId();

    /** When it was signed in, in seconds since the epoch. */
    long since();

    /**
     * @param refreshToken empty when the portal gave none
     * @param nonce the nonce of the sign-in
     * @param appVersion the version that the application claims to be
     * @param refresh what the last refresh brought; empty lists before the first
     */
    record Oidc(
            String clientId,
            long since,
            String idToken,
            String accessToken,
            String refreshToken,
            String nonce,
            String appVersion,
            Refresh refresh)
            implements SignedIn {

        Oidc refreshed(Refresh last) {
            return new Oidc(clientId, since, idToken, accessToken, refreshToken, nonce, appVersion, last);
        }
    }

    /**
     * What came of a refresh.
     *
     * @param at when, in seconds since the epoch; 0 when there was none
     * @param refusal why the portal refused; empty when it did not
     * @param changes which claims are different now
     */
    record Refresh(long at, String refusal, List<String> changes) {
        static final Refresh NONE = new Refresh(0, "", List.of());

        public Refresh {
            changes = List.copyOf(changes);
        }
    }

    /**
     * @param nameId who signed in
     * @param format the format of the name; may be empty
     * @param sessionIndex the session to end on sign-out
     * @param attributes the attributes of the assertion
     */
    record Saml(
            String clientId,
            long since,
            String nameId,
            String format,
            String sessionIndex,
            Map<String, List<String>> attributes)
            implements SignedIn {

        public Saml {
            attributes = Map.copyOf(attributes);
        }

        /** The values of an attribute; none when the assertion does not have it. */
        List<String> attribute(String name) {
            return attributes.getOrDefault(name, List.of());
        }
    }
}
