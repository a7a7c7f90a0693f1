package com.micloud.signin.keycloak;

import java.util.Optional;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The username that a provider asserts, as Keycloak and the provider's username mapper derive it. */
public final class BrokeredUsername {

    private static final String MAPPED = "micloud.asserted.";

    private BrokeredUsername() {}

    /**
     * What a username mapper made of the claims, else the username of the assertion.
     *
     * <p>Keycloak trims the latter and hands it on as if a mapper had made it; blanks must not be lost on the way to
     * the comparison, so the untrimmed one wins where the two differ by blanks only.
     */
    static String of(BrokeredIdentityContext broker) {
        String asserted = broker.getUsername() == null ? "" : broker.getUsername();
        String mapped = broker.getModelUsername();
        return mapped == null || mapped.equals(asserted.trim()) ? asserted : mapped;
    }

    /** Keeps what a mapper made of the claims: for a subject that is linked already Keycloak drops it. */
    static void note(BrokeredIdentityContext broker) {
        broker.getAuthenticationSession()
                .setAuthNote(MAPPED + broker.getIdpConfig().getAlias(), of(broker));
    }

    /** The username that the provider with that alias asserted when it last vouched in this sign-in. */
    public static String in(AuthenticationSessionModel signIn, String alias) {
        return Optional.ofNullable(signIn.getAuthNote(MAPPED + alias))
                .or(() -> Optional.ofNullable(signIn.getUserSessionNotes().get(Details.IDENTITY_PROVIDER_USERNAME)))
                .orElse("");
    }
}
