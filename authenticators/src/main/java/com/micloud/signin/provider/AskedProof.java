package com.micloud.signin.provider;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * How new a provider's proof must be, if the application demands a new one: {@code prompt=login} and {@code max_age}
 * (OpenID Connect Core, 3.1.2.1) or {@code ForceAuthn} (SAML 2.0 Core, 3.4.1). An answer without a time counts as too
 * old.
 */
final class AskedProof {

    /** The theme's message. */
    public static final String MESSAGE = "micloudAuthenticationTooOld";

    private static final Logger LOG = Logger.getLogger(AskedProof.class);

    /** The oldest proof that will do. A client note, since those outlive a sign-in that starts over in the same tab. */
    private static final String SINCE = "micloud.provedSince";

    /** Clocks differ by so many seconds without anybody having set anything up. */
    private static final int LEAST_SKEW = 30;

    private final KeycloakSession session;
    private final AuthenticationSessionModel signIn;

    AskedProof(KeycloakSession session, AuthenticationSessionModel signIn) {
        this.session = session;
        this.signIn = signIn;
    }

    /**
     * Notes that the user is being sent to a provider now.
     *
     * @return how many seconds old a proof there may be; 0 for a new one, empty where its age does not matter
     */
    OptionalLong ask() {
        OptionalLong age = age();
        if (age.isPresent()) {
            signIn.setClientNote(SINCE, Long.toString(now() - age.getAsLong()));
        } else {
            signIn.removeClientNote(SINCE);
        }
        return age;
    }

    /**
     * Ends the answer of a provider with the page for trouble unless its proof is as new as was asked for.
     *
     * @param provedAt when the user proved themselves there, in seconds since the epoch; empty where it does not say
     * @param allowedSkew how far the provider's clock may be off, in seconds
     */
    void require(OptionalLong provedAt, int allowedSkew) {
        Optional<Long> since = since();
        if (since.isEmpty()) {
            return;
        }
        int skew = Math.max(LEAST_SKEW, allowedSkew);
        boolean isMet = provedAt.isPresent()
                && provedAt.getAsLong() >= since.get() - skew
                && provedAt.getAsLong() <= now() + skew;
        if (!isMet) {
            LOG.debug("A provider's answer is older than the application asked for, or does not say how old it is.");
            throw new ErrorPageException(session, signIn, Response.Status.BAD_GATEWAY, MESSAGE);
        }
    }

    /** Without the note, the proof must be as new as if the browser had gone to the provider now. */
    private Optional<Long> since() {
        String noted = signIn.getClientNote(SINCE);
        if (noted != null) {
            return Optional.of(Long.valueOf(noted));
        }
        OptionalLong age = age();
        return age.isPresent() ? Optional.of(now() - age.getAsLong()) : Optional.empty();
    }

    private OptionalLong age() {
        // Without a session, only what the application itself demands is left of Keycloak's rule.
        if (session.getProvider(LoginProtocol.class, signIn.getProtocol()).requireReauthentication(null, signIn)) {
            return OptionalLong.of(0);
        }
        String maxAge = signIn.getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM);
        return maxAge == null ? OptionalLong.empty() : OptionalLong.of(seconds(maxAge));
    }

    private static long now() {
        return Time.currentTimeMillis() / 1000;
    }

    private static long seconds(String text) {
        try {
            return Math.max(0, Long.parseLong(text));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
