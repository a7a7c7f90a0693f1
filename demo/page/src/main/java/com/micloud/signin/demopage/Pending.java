package com.micloud.signin.demopage;

/** A question that this browser has taken to the portal, kept until the answer comes. */
sealed interface Pending {

    String clientId();

    /**
     * A sign-in over OpenID Connect.
     *
     * @param verifier the PKCE verifier
     * @param nonce what the ID token must repeat
     * @param appVersion the version told to the portal, to be told again on refresh
     */
    record Oidc(String clientId, String verifier, String nonce, String appVersion) implements Pending {}

    /** @param requestId the id of the request that the answer must name */
    record SamlSignIn(String clientId, String requestId) implements Pending {}

    /** @param requestId the id of the request that the answer must name */
    record SamlSignOut(String clientId, String requestId) implements Pending {}
}
