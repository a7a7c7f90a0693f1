package com.micloud.signin.provider;

import java.util.Objects;
import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The username that a provider asserts, as Keycloak and the provider's username mapper derive it. */
public final class BrokeredUsername {

    private static final String MAPPED = "micloud.asserted.";
    private static final String AS_SENT = "micloud.assertedAsSent";

    private BrokeredUsername() {}

    /**
     * Keeps the username of the assertion as it was sent, before any mapper. Keycloak hands it on in small letters, which
     * makes one letter of two that only share the small form; its setting for that is read here from the provider's own
     * copy of its configuration, and is as before afterwards.
     *
     * @return that username
     */
    static String hear(BrokeredIdentityContext broker) {
        IdentityProviderModel provider = broker.getIdpConfig();
        boolean asSent = provider.isCaseSensitiveOriginalUsername();
        provider.setCaseSensitiveOriginalUsername(true);
        String sent = Objects.requireNonNullElse(broker.getUsername(), "");
        provider.setCaseSensitiveOriginalUsername(asSent);
        broker.getContextData().put(AS_SENT, sent);
        note(broker);
        return sent;
    }

    /**
     * The username that a mapper made of the claims, else the username of the assertion as it was sent.
     *
     * <p>Keycloak trims the latter and hands it on as if a mapper had made it; blanks must not be lost on the way to
     * the comparison, so the untrimmed one wins where the two differ by blanks only.
     */
    static String of(BrokeredIdentityContext broker) {
        String asserted = Objects.requireNonNullElse(broker.getUsername(), "");
        String mapped = broker.getModelUsername();
        return mapped == null || mapped.equals(asserted.trim()) ? asSent(broker, asserted) : mapped;
    }

    private static String asSent(BrokeredIdentityContext broker, String asserted) {
        return broker.getContextData().get(AS_SENT) instanceof String sent ? sent : asserted;
    }

    /** Keeps what a mapper made of the claims: for a subject that is linked already Keycloak drops it. */
    static void note(BrokeredIdentityContext broker) {
        AuthenticationSessionModel signIn = broker.getAuthenticationSession();
        // There is none where a token is exchanged.
        if (signIn != null) {
            signIn.setAuthNote(MAPPED + broker.getIdpConfig().getAlias(), of(broker));
        }
    }

    /** The username that this provider asserted last in this sign-in. */
    public static String in(AuthenticationSessionModel signIn, String alias) {
        return Optional.ofNullable(signIn.getAuthNote(MAPPED + alias))
                .or(() -> Optional.ofNullable(signIn.getUserSessionNotes().get(Details.IDENTITY_PROVIDER_USERNAME)))
                .orElse("");
    }
}
